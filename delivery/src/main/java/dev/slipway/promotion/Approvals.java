package dev.slipway.promotion;

import dev.slipway.config.ApprovalPolicy;
import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.config.PublicKeys;
import dev.slipway.dialect.ApprovalEntry;
import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.error.SlipwayException;
import dev.slipway.evidence.SigningKey;
import dev.slipway.migration.Origin;
import dev.slipway.migration.ToolVersion;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Approvals of plans: start here to find what is to be approved, and to approve it. An approval is
 * of a plan's hash, holds for a time, and stands in the environment's ledger. Used by one thread.
 */
public final class Approvals {

  private final Workspace workspace;
  private final EnvironmentConfiguration settings;
  private final PromotionOptions options;

  /**
   * @param workspace the project
   * @param configuration what its {@code slipway.yml} says
   * @param environment the environment's name
   * @param options how a promotion that was not begun yet would be done
   */
  public Approvals(
      Workspace workspace,
      Configuration configuration,
      String environment,
      PromotionOptions options) {
    this.workspace = workspace;
    this.settings = configuration.environment(environment);
    this.options = options;
  }

  /**
   * The plan that is to be approved: that of the promotion that waits, or else what would be
   * planned now. Nothing is written.
   *
   * @param hash the beginning of its hash, {@value PromotionPlan#BRIEF} digits at least; null for
   *     whichever it is
   * @throws SlipwayException when nothing is to be approved, or it has another hash
   */
  public PromotionPlan plan(@Nullable String hash) {
    DeploymentRecord waiting = read(workspace.dialect().deployments()::unfinished).orElse(null);
    PromotionPlan plan =
        waiting == null
            ? new Planning(workspace, settings.name()).plan(options)
            : Documents.read(waiting.entry().plan(), PromotionPlan.class);
    if (plan.migrations().isEmpty()) {
      throw new SlipwayException(
          PromotionError.UNKNOWN_PLAN,
          settings.name() + " has every migration: nothing is to be approved.",
          "Nothing is to be done.");
    }
    if (hash != null && (hash.length() < PromotionPlan.BRIEF || !plan.hash().startsWith(hash))) {
      throw new SlipwayException(
          PromotionError.UNKNOWN_PLAN,
          "The plan for "
              + settings.name()
              + " is "
              + plan.hash().substring(0, PromotionPlan.BRIEF)
              + ", not "
              + hash
              + ": it may have changed since it was shown.",
          "Look at it again with `slipway promote " + settings.name() + " --plan`.");
    }
    return plan;
  }

  /**
   * Approves a plan.
   *
   * @param plan what {@link #plan} found
   * @param by who does
   * @param via how that is known; null where they say so themselves
   * @param reason what they say about it; null for nothing
   * @param key their key; null for none
   * @return what was written
   * @throws SlipwayException when the policy wants a signature that is not given
   */
  public ApprovalEntry approve(
      PromotionPlan plan,
      String by,
      @Nullable String via,
      @Nullable String reason,
      @Nullable SigningKey key) {
    workspace.prepareLedger(settings.name(), options.executor());
    ApprovalPolicy policy = settings.promotion().approvals();
    Instant at = read(workspace.dialect().deployments()::now).truncatedTo(ChronoUnit.MILLIS);
    var unsigned =
        new ApprovalEntry(
            plan.hash(),
            by,
            via,
            reason,
            at,
            at.plus(policy.expires()),
            null,
            Origin.current().toString(),
            ToolVersion.current());
    ApprovalEntry entry =
        key == null ? unsigned : unsigned.signed(key.sign(ApprovalJudge.signed(plan, unsigned)));
    if (!policy.keys().isEmpty()) {
      requireSigned(policy, plan, entry);
    }
    try (Connection connection = workspace.connect(settings.name(), Access.WRITE, "approve")) {
      workspace.dialect().deployments().approve(connection, entry);
    } catch (SQLException e) {
      throw DeploymentSession.failed(workspace.dialect(), e);
    }
    return entry;
  }

  private static void requireSigned(
      ApprovalPolicy policy, PromotionPlan plan, ApprovalEntry entry) {
    String text = policy.keys().get(entry.by());
    PublicKey key = text == null ? null : PublicKeys.parse(text);
    if (key == null
        || entry.signature() == null
        || !SigningKey.isSignature(ApprovalJudge.signed(plan, entry), entry.signature(), key)) {
      throw new SlipwayException(
          PromotionError.APPROVAL_UNSIGNED,
          text == null
              ? "Nobody called "
                  + entry.by()
                  + " can approve here; these can: "
                  + String.join(", ", policy.keys().keySet().stream().sorted().toList())
                  + "."
              : "The approval of " + entry.by() + " has to be signed with their key.",
          "Name who approves with --by, and the file of their private key with --key.");
    }
  }

  private <T> T read(DeploymentSession.Work<T> work) {
    try (Connection connection = workspace.connect(settings.name(), Access.READ, "approve")) {
      return work.on(connection);
    } catch (SQLException e) {
      throw DeploymentSession.failed(workspace.dialect(), e);
    }
  }
}
