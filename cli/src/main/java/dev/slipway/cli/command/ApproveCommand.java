package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.ApprovalEntry;
import dev.slipway.evidence.SigningKey;
import dev.slipway.promotion.Approvals;
import dev.slipway.promotion.PromotionPlan;
import dev.slipway.workspace.Workspace;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway approve ENV [--plan HASH]}. */
@CommandLine.Command(
    name = "approve",
    header = "Approve the plan of a promotion.",
    description = {
      "The approval is of the plan's hash: it is void as soon as a migration, the waivers or the",
      "environment change. Without --plan it is of the promotion that waits, or of what promote",
      "--plan shows now; the plan is shown and asked about first. slipway.yml says how many",
      "approvals are wanted, for how long one holds, and whose key has to sign it."
    },
    footer = {
      "slipway approve production",
      "slipway approve production --plan 3f2a9c61b0d4 --by ann@example.com --yes",
      "slipway approve production --plan 3f2a9c61b0d4 --by \"$GITHUB_ACTOR\" --via \"run 4711\""
          + " --yes"
    })
final class ApproveCommand implements Command {

  @Parameters(paramLabel = "ENV", description = "the environment")
  String environment = "";

  @Option(
      names = "--plan",
      paramLabel = "HASH",
      description = "the plan's hash, 12 digits of it at least; refused when it is another one")
  @Nullable String hash;

  @Option(
      names = "--via",
      paramLabel = "TEXT",
      description = "how it is known who approves, such as the run of a pipeline")
  @Nullable String via;

  @Option(names = "--key", paramLabel = "FILE", description = "the approver's private key")
  @Nullable String key;

  @Mixin PromotionChoices choices = new PromotionChoices();

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var approvals =
          new Approvals(
              workspace,
              configuration,
              environment,
              choices.options(invocation, configuration, environment, UnaryOperator.identity()));
      PromotionPlan plan = approvals.plan(hash);
      SigningKey signing =
          key == null ? null : SigningKey.read(invocation.folder().resolve(key).normalize());
      String who = choices.actor(invocation);
      if (hash == null) {
        plan.migrations()
            .forEach(each -> invocation.console().note("  " + each.name() + ", " + each.wayBack()));
        plan.waivers()
            .forEach(each ->
                invocation
                    .console()
                    .note(
                        "  " + each.gate() + " is waived by " + each.by() + ": " + each.reason()));
      }
      invocation.confirm(
          "Approve the plan "
              + plan.hash().substring(0, PromotionPlan.BRIEF)
              + " for "
              + environment
              + " as "
              + who
              + "?");
      ApprovalEntry entry = approvals.approve(plan, who, via, invocation.reason(), signing);
      invocation.answer(
          Json.answer("approve", "done")
              .with("environment", environment)
              .with("plan", entry.plan())
              .with("by", entry.by())
              .with("via", entry.via())
              .with("reason", entry.reason())
              .with("at", entry.at().toString())
              .with("expires", entry.expires().toString())
              .with("signed", entry.signature() != null),
          "");
      invocation
          .console()
          .note(
              who
                  + " approved the plan "
                  + plan.hash().substring(0, PromotionPlan.BRIEF)
                  + " for "
                  + environment
                  + " until "
                  + entry.expires()
                  + ".");
      return ExitCode.DONE;
    }
  }
}
