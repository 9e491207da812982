package dev.slipway.cli.output;

import dev.slipway.dialect.LedgerEntry;
import dev.slipway.environment.AcceptedDrift;
import dev.slipway.workspace.SchemaCopy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an environment that was made like another one. */
public final class CreatedReport {

  private final SchemaCopy copy;
  private final @Nullable List<AcceptedDrift.Entry> accepted;

  /**
   * @param copy what runs
   * @param accepted the differences that are accepted from now on; null where nothing ran
   */
  public CreatedReport(SchemaCopy copy, @Nullable List<AcceptedDrift.Entry> accepted) {
    this.copy = copy;
    this.accepted = accepted;
  }

  /** The answer for a program. */
  public Json json() {
    return Json.answer("env", accepted == null ? "planned" : "done")
        .with("environment", copy.to())
        .with("like", copy.from())
        .with("applied", copy.applied().stream().map(LedgerEntry::name).toList())
        .with("roles", copy.roles())
        .with("leftOut", copy.leftOut())
        .with("sql", copy.script())
        .with(
            "accepted",
            accepted == null
                ? List.of()
                : accepted.stream().map(AcceptedDrift.Entry::object).toList());
  }

  /** What it prints: the statements where nothing ran. */
  public String text() {
    return accepted == null ? copy.script() : "";
  }

  /** What is said beside that. */
  public String note() {
    var text = new StringBuilder();
    text.append(copy.to())
        .append(accepted == null ? " would be" : " is")
        .append(" like ")
        .append(copy.from())
        .append(" (")
        .append(Count.of(copy.applied().size(), "migration"))
        .append(").");
    if (!copy.roles().isEmpty()) {
      text.append("\nRoles without a login: ").append(String.join(", ", copy.roles())).append('.');
    }
    if (!copy.leftOut().isEmpty()) {
      text.append("\nLeft out: ").append(String.join(", ", copy.leftOut())).append('.');
    }
    if (accepted != null && !accepted.isEmpty()) {
      text.append("\nAccepted as drift: ")
          .append(String.join(", ", accepted.stream().map(AcceptedDrift.Entry::object).toList()))
          .append('.');
    }
    return text.toString();
  }
}
