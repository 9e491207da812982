package dev.slipway.environment;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.RoleMapping;
import dev.slipway.catalog.RoleUse;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.diff.Change;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.workspace.CopyTerms;
import dev.slipway.workspace.Drift;
import dev.slipway.workspace.SchemaCopy;
import dev.slipway.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes an empty environment like another one: start here to have a staging environment with
 * production's schema. Without owners and privileges unless they are asked for.
 *
 * <p>The other one is only read. Used by one thread.
 */
public final class NewEnvironment {

  private static final Set<Kind> RIGHTS =
      EnumSet.of(Kind.GRANT, Kind.DEFAULT_PRIVILEGES, Kind.OWNER);

  private final Workspace workspace;
  private final EnvironmentConfiguration environment;
  private final String like;
  private final CopyTerms terms;

  /**
   * @param workspace the project
   * @param environment the empty environment
   * @param like the name of the one that it shall be like
   * @param privileges whether owners and privileges come along
   * @param roles what roles are called in the new one, beside what its configuration says
   */
  public NewEnvironment(
      Workspace workspace,
      EnvironmentConfiguration environment,
      String like,
      boolean privileges,
      Map<String, String> roles) {
    this.workspace = workspace;
    this.environment = environment;
    this.like = like;
    Map<String, String> all = new HashMap<>(environment.roles());
    all.putAll(roles);
    this.terms = new CopyTerms(privileges, new RoleMapping(all));
  }

  /**
   * What would run; nothing is written.
   *
   * @throws dev.slipway.error.SlipwayException when one of them can't be read, or the new one is
   *     not empty
   */
  public SchemaCopy plan() {
    return workspace.copy(like, environment.name(), terms);
  }

  /**
   * Stamps the database and makes it what was planned. What differs from the migrations since it
   * was left out becomes accepted drift, and so does what is accepted in the other one.
   *
   * @param copy what {@link #plan} found
   * @param options how the executor behaves
   * @param clock tells the day
   * @return the differences that are accepted from now on
   * @throws dev.slipway.error.SlipwayException when something is refused; of the schema nothing
   *     stays then
   */
  public List<AcceptedDrift.Entry> create(SchemaCopy copy, ExecutorOptions options, Clock clock) {
    if (environment.stamped() && !environment.embedded()) {
      new Stamping(workspace, environment.name()).stampEmpty();
    }
    workspace.create(copy, terms, options);
    return copy.applied().isEmpty() ? List.of() : accept(clock);
  }

  private List<AcceptedDrift.Entry> accept(Clock clock) {
    var migrations = workspace.migrations().path();
    Map<String, AcceptedDrift.Entry> there =
        AcceptedDrift.of(migrations, like).read().stream()
            .collect(Collectors.toMap(AcceptedDrift.Entry::mark, Function.identity(), (a, b) -> a));
    List<AcceptedDrift.Entry> accepted = new ArrayList<>();
    for (Drift.Difference each : workspace.drift(environment.name()).differences()) {
      AcceptedDrift.Entry known = there.get(each.mark());
      if (known != null) {
        accepted.add(known);
      } else if (isLeftOut(each.change())) {
        accepted.add(
            new AcceptedDrift.Entry(
                each.change().id().toString(),
                each.mark(),
                reason(),
                System.getProperty("user.name", "unknown"),
                LocalDate.now(clock).toString()));
      }
    }
    var file = AcceptedDrift.of(migrations, environment.name());
    if (!accepted.isEmpty() || !file.read().isEmpty()) {
      file.write(accepted);
    }
    return accepted;
  }

  private String reason() {
    return "created like "
        + like
        + (terms.privileges() ? " with other roles" : " without owners and privileges");
  }

  /** Whether a difference comes from what was left out, or from a role's other name. */
  private boolean isLeftOut(Change change) {
    if (RIGHTS.contains(change.id().kind())) {
      return true;
    }
    return switch (change) {
      case Change.Create(var object) -> isRenamed(RoleUse.of(object));
      case Change.Drop(var object) -> isRenamed(RoleUse.of(object));
      case Change.Alter(var before, var after) ->
          RoleUse.of(before).stream()
                  .map(terms.roles()::of)
                  .collect(Collectors.toSet())
                  .equals(RoleUse.of(after))
              && isRenamed(RoleUse.of(before));
      case Change.Rename rename -> false;
    };
  }

  private boolean isRenamed(Set<String> roles) {
    return roles.stream()
        .anyMatch(role ->
            terms.roles().names().containsKey(role) || terms.roles().names().containsValue(role));
  }
}
