package dev.slipway.promotion;

import dev.slipway.config.ApprovalPolicy;
import dev.slipway.config.PublicKeys;
import dev.slipway.dialect.ApprovalEntry;
import dev.slipway.dialect.ApprovalRecord;
import dev.slipway.evidence.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says which approvals of a plan count. Stateless. */
final class ApprovalJudge {

  private ApprovalJudge() {}

  static Gate gate(
      ApprovalPolicy policy,
      PromotionPlan plan,
      List<ApprovalRecord> approvals,
      Set<String> authors,
      Instant now) {
    Set<String> counted = new TreeSet<>();
    List<String> details = new ArrayList<>();
    for (ApprovalRecord each : approvals) {
      ApprovalEntry entry = each.entry();
      String why = objection(policy, plan, entry, authors, now);
      if (why == null) {
        counted.add(entry.by());
      }
      details.add(
          entry.by()
              + (entry.via() == null ? "" : " via " + entry.via())
              + " at "
              + entry.at()
              + ", until "
              + entry.expires()
              + (why == null ? "" : ": does not count, " + why));
    }
    if (policy.count() == 0) {
      return Gate.green(GateName.REVIEWED, "no approval is demanded", details);
    }
    if (counted.size() >= policy.count()) {
      return Gate.green(GateName.REVIEWED, "approved by " + String.join(", ", counted), details);
    }
    return Gate.red(
        GateName.REVIEWED,
        counted.size()
            + " of "
            + policy.count()
            + (policy.count() == 1 ? " approval" : " approvals")
            + ": `slipway approve "
            + plan.environment()
            + " --plan "
            + plan.hash().substring(0, PromotionPlan.BRIEF)
            + "`",
        details);
  }

  private static @Nullable String objection(
      ApprovalPolicy policy,
      PromotionPlan plan,
      ApprovalEntry entry,
      Set<String> authors,
      Instant now) {
    if (!now.isBefore(entry.expires())) {
      return "it has expired";
    }
    if (policy.notAuthor() && authors.contains(entry.by())) {
      return "who wrote a migration or asked for the promotion can't approve it";
    }
    if (policy.keys().isEmpty()) {
      return null;
    }
    String text = policy.keys().get(entry.by());
    PublicKey key = text == null ? null : PublicKeys.parse(text);
    if (key == null) {
      return "the policy has no key of " + entry.by();
    }
    return entry.signature() != null
            && SigningKey.isSignature(signed(plan, entry), entry.signature(), key)
        ? null
        : "it is not signed with the key of " + entry.by();
  }

  /** The bytes that an approval's signature is of. */
  static byte[] signed(PromotionPlan plan, ApprovalEntry entry) {
    return String.join(
            "\n",
            "slipway approval",
            plan.environment(),
            plan.database(),
            entry.plan(),
            entry.by(),
            Long.toString(entry.at().toEpochMilli()),
            Long.toString(entry.expires().toEpochMilli()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
