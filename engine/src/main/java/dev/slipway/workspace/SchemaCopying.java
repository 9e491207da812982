package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.RoleUse;
import dev.slipway.catalog.Selection;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.LedgerContents;
import dev.slipway.migration.MigrationStatus;
import dev.slipway.migration.Target;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.shadow.ShadowRoles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out how an empty database becomes like that of another environment. Owners and privileges
 * differ by environment, so they come along only where that is asked for. Both are only read.
 */
final class SchemaCopying {

  /** What says who owns what, and who may use it. */
  private static final Set<Kind> RIGHTS =
      EnumSet.of(Kind.OWNER, Kind.DEFAULT_PRIVILEGES, Kind.GRANT);

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Dialect dialect;
  private final SchemaPlanner planner;
  private final Scope scope;
  private final List<Script> prelude;

  SchemaCopying(Dialect dialect, SchemaPlanner planner, Scope scope, List<Script> prelude) {
    this.dialect = dialect;
    this.planner = planner;
    this.scope = scope;
    this.prelude = prelude;
  }

  /**
   * @param from the name of the environment that is copied
   * @param source its database, which is only read
   * @param known what names the roles and partitions that are compared
   * @param to the name of the one that becomes like it
   * @param target its database, which is only read here
   */
  SchemaCopy find(
      String from, Target source, List<Catalog> known, String to, Target target, CopyTerms terms) {
    LedgerContents ledger = LedgerContents.read(source);
    MigrationStatus.requireWhole(ledger.advance(), "env create");
    Scope read = terms.privileges() ? withOwners() : scope;
    List<String> leftOut = new ArrayList<>();
    Catalog all = terms.roles().of(possible(introspect(source, read.knowing(known)), leftOut));
    if (!terms.privileges()) {
      all = part(all, id -> !RIGHTS.contains(id.kind()));
    }
    Catalog there = introspect(target, read.knowing(List.of(all)));
    requireEmpty(to, target, there);
    Set<String> roles = roles(target);
    Catalog wanted = with(all, there, roles);
    Catalog unowned = part(wanted, id -> id.kind() != Kind.OWNER);
    Catalog before =
        part(
            there,
            id -> id.kind() != Kind.OWNER && (terms.privileges() || !RIGHTS.contains(id.kind())));
    Plan plan = planner.plan(before, Desired.of(unowned));
    List<Script> provided = new ArrayList<>(isProvided(target) ? List.of() : prelude);
    List<String> missing = missing(wanted, roles, provided);
    if (!missing.isEmpty()) {
      String sql = missing.stream().map(ShadowRoles::creation).collect(Collectors.joining("; "));
      provided.add(new Script("roles that something names", dialect.split(sql)));
    }
    List<Statement> statements = new ArrayList<>();
    plan.steps().stream().map(Step::statement).forEach(statements::add);
    planner.additions(unowned, wanted).stream().map(Step::statement).forEach(statements::add);
    return new SchemaCopy(
        from,
        to,
        there,
        wanted,
        provided,
        missing,
        statements,
        ledger.applied().stream().map(AppliedMigration::entry).toList(),
        leftOut);
  }

  /** What is left out of the catalogs that a copy compares. */
  Scope scope(CopyTerms terms) {
    return terms.privileges() ? withOwners() : scope;
  }

  private Scope withOwners() {
    Set<Compared> compared = new HashSet<>(scope.compared());
    compared.add(Compared.OWNERS);
    return scope.comparing(compared);
  }

  /** Without what no statement creates again, such as a subscription, whose password is hidden. */
  private Catalog possible(Catalog catalog, List<String> leftOut) {
    List<ObjectId> impossible = new ArrayList<>();
    for (DatabaseObject object : catalog.objects()) {
      try {
        dialect.renderer().requirePossible(new Change.Create(object));
      } catch (SlipwayException e) {
        impossible.add(object.id());
      }
    }
    if (impossible.isEmpty()) {
      return catalog;
    }
    var without = new Selection(catalog);
    impossible.forEach(without::add);
    without.addDependents(impossible);
    catalog
        .objects()
        .forEach(object -> {
          if (without.has(object.id())) {
            leftOut.add(object.id().toString());
          }
        });
    return part(catalog, id -> !without.has(id));
  }

  private static Catalog part(Catalog catalog, Predicate<ObjectId> wanted) {
    var selection = new Selection(catalog);
    for (DatabaseObject object : catalog.objects()) {
      if (wanted.test(object.id())) {
        selection.add(object.id());
      }
    }
    return selection.size() == catalog.size() ? catalog : selection.of(catalog);
  }

  /** What is wanted, beside what the server brings that nobody asked about. */
  private static Catalog with(Catalog all, Catalog there, Set<String> roles) {
    Catalog wanted =
        part(all, id -> !(id.kind() == Kind.ROLE && roles.contains(id.name()) && !there.has(id)));
    var more = new Selection(there);
    for (DatabaseObject object : there.objects()) {
      if (!wanted.has(object.id()) && !RIGHTS.contains(object.id().kind())) {
        more.add(object.id());
      }
    }
    return more.size() == 0
        ? wanted
        : new Selection(wanted).replacing(wanted, more.of(there)).having(wanted.seen());
  }

  private void requireEmpty(String to, Target target, Catalog there) {
    LedgerContents ledger = LedgerContents.read(target);
    String found = ledger.applied().isEmpty() ? null : ledger.applied().getFirst().name();
    for (DatabaseObject object : there.objects()) {
      Kind.Home home = object.id().kind().home();
      if (found == null && (home == Kind.Home.SCHEMA || home == Kind.Home.RELATION)) {
        found = object.id().toString();
      }
    }
    if (found != null) {
      throw new SlipwayException(
          WorkspaceError.ENVIRONMENT_NOT_EMPTY,
          "The database of " + to + " is not empty: it has " + found + ". Nothing was done.",
          "Give "
              + to
              + " an empty database. Where it has its migrations already, `slipway migrate "
              + to
              + "` brings what it lacks.");
    }
  }

  /** The roles that something names, and that neither the server has nor anything creates. */
  private static List<String> missing(Catalog wanted, Set<String> there, List<Script> provided) {
    var missing = new TreeSet<String>();
    wanted.objects().forEach(object -> missing.addAll(RoleUse.of(object)));
    missing.removeIf(role ->
        there.contains(role)
            || wanted.has(Role.id(role))
            || RoleUse.isNoRole(role)
            || isCreated(role, provided));
    return List.copyOf(missing);
  }

  private static boolean isCreated(String role, List<Script> provided) {
    Pattern creation =
        Pattern.compile(
            "create\\s+role\\s+\"?" + Pattern.quote(role) + "\"?(\\s.*|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    return provided.stream()
        .flatMap(script -> script.statements().stream())
        .anyMatch(statement -> creation.matcher(statement.sql().strip()).matches());
  }

  /** Whether the platform, or what stands for it, is there. */
  private boolean isProvided(Target target) {
    if (prelude.isEmpty()) {
      return true;
    }
    Catalog everything = introspect(target, Scope.all().allowing(Names.of(List.of("*"))));
    for (DatabaseObject object : everything.objects()) {
      ObjectId id = object.id();
      boolean isOfSchema = id.kind() == Kind.SCHEMA && scope.schemas().contains(id.name());
      if (isOfSchema || (id.kind().home() == Kind.Home.SCHEMA && scope.leavesOut(id))) {
        return true;
      }
    }
    return false;
  }

  private Catalog introspect(Target target, Scope what) {
    try (Connection connection = target.connector().apply("env create")) {
      dialect.transactions().beginReadOnly(connection, TIMEOUT);
      try {
        return dialect.introspect(connection, what);
      } finally {
        dialect.transactions().rollback(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  private Set<String> roles(Target target) {
    try (Connection connection = target.connector().apply("env create")) {
      return Set.copyOf(ShadowRoles.names(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }
}
