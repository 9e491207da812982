package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Domains as SQL (manual: CREATE DOMAIN, ALTER DOMAIN). */
final class DomainSql implements TypeSql<Domain> {

  @Override
  public String systemCatalog() {
    return "pg_type";
  }

  @Override
  public String target(ObjectId id) {
    return "domain " + Quoting.qualified(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "type " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Domain domain, List<DatabaseObject> within) {
    var text = new StringBuilder("create domain ");
    text.append(Quoting.qualified(domain.id())).append(" as ").append(domain.type());
    if (domain.collation() != null) {
      text.append(" collate ").append(domain.collation());
    }
    if (domain.defaultValue() != null) {
      text.append(" default ").append(domain.defaultValue());
    }
    if (domain.notNull()) {
      text.append(domain.notNullName() == null ? "" : " " + named(domain.notNullName()));
      text.append(" not null");
    }
    return List.of(Statement.of(text.toString()));
  }

  /**
   * A domain takes the default of the one that it is made of (manual: CREATE DOMAIN), and a default
   * of null would be one as well.
   */
  @Override
  public List<Statement> create(Domain domain, List<DatabaseObject> within, Catalog in) {
    var statements = new ArrayList<>(create(domain, within));
    boolean takesDefault =
        domain.defaultValue() == null
            && in.dependencies().of(domain.id()).stream()
                .anyMatch(need ->
                    in.find(need) instanceof Domain base
                        && base.defaultValue() != null
                        && PrintedType.isNamed(domain.type(), need, ""));
    if (takesDefault) {
      statements.add(change(domain.id(), "drop default"));
    }
    return statements;
  }

  private static String named(String constraint) {
    return "constraint " + Quoting.identifier(constraint);
  }

  @Override
  public List<Statement> drop(Domain domain) {
    return List.of(Statement.of("drop domain " + Quoting.qualified(domain.id())));
  }

  /**
   * Of another type a domain is another one; so it is where the server can't look at its values.
   */
  @Override
  public Alteration alter(Domain before, Domain after, Catalog from, Catalog to) {
    if (!before.type().equals(after.type())
        || !Objects.equals(before.collation(), after.collation())
        || (refusesNullOtherwise(before, after) && Holding.isWithinOthers(after.id(), from))) {
      return new Alteration.Recreate();
    }
    var statements = new ArrayList<Statement>();
    if (before.notNull() && !after.notNull()) {
      statements.add(change(after.id(), "drop not null"));
    }
    if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
      statements.add(change(after.id(), defaultClause(after)));
    }
    if (!before.notNull() && after.notNull()) {
      statements.add(change(after.id(), notNullClause(after)));
    }
    if (before.notNull()
        && after.notNull()
        && !Objects.equals(before.notNullName(), after.notNullName())) {
      statements.add(change(after.id(), "drop not null"));
      statements.add(change(after.id(), notNullClause(after)));
    }
    return new Alteration.InPlace(statements, false);
  }

  private static boolean refusesNullOtherwise(Domain before, Domain after) {
    return before.notNull() != after.notNull()
        || !Objects.equals(before.notNullName(), after.notNullName());
  }

  private static String defaultClause(Domain domain) {
    return domain.defaultValue() == null ? "drop default" : "set default " + domain.defaultValue();
  }

  private static String notNullClause(Domain domain) {
    return domain.notNullName() == null
        ? "set not null"
        : "add " + named(domain.notNullName()) + " not null";
  }

  private static Statement change(ObjectId domain, String change) {
    return Statement.of("alter domain " + Quoting.qualified(domain) + " " + change);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(change(from, "rename to " + Quoting.name(to)));
  }

  /** A default may be of a type that is set aside as well, so it goes first. */
  @Override
  public List<Statement> setAside(Domain domain, ObjectId aside, Catalog catalog) {
    var statements = new ArrayList<Statement>();
    if (domain.defaultValue() != null) {
      statements.add(change(domain.id(), "drop default"));
    }
    statements.addAll(rename(domain.id(), aside, catalog));
    return statements;
  }

  @Override
  public List<Statement> bringBack(Domain domain, ObjectId aside, Catalog catalog) {
    var statements = new ArrayList<>(rename(aside, domain.id(), catalog));
    if (domain.defaultValue() != null) {
      statements.add(change(domain.id(), defaultClause(domain)));
    }
    return statements;
  }

  @Override
  public Domain aside(Domain domain, ObjectId aside, UnaryOperator<String> types) {
    return new Domain(
        aside,
        types.apply(domain.type()),
        domain.collation(),
        /* defaultValue= */ null,
        domain.notNull(),
        ownNotNullName(domain));
  }

  /** Without a name the constraint would be called after the name aside (PostgreSQL 17). */
  private static @Nullable String ownNotNullName(Domain domain) {
    String name = domain.id().name() + "_not_null";
    boolean isTheServers =
        domain.notNullName() == null && name.getBytes(StandardCharsets.UTF_8).length <= 63;
    return domain.notNull() && isTheServers ? name : domain.notNullName();
  }

  @Override
  public List<RowCheck> rowChecks(@Nullable Domain before, Domain after, Catalog from, Catalog to) {
    if (before == null || before.notNull() || !after.notNull()) {
      return List.of();
    }
    var checks = new ArrayList<RowCheck>();
    for (TypeUse use : TypeUse.inBoth(from, to, after.id())) {
      if (!use.array()) {
        ObjectId table = use.column().parent();
        checks.add(
            RowChecks.noRow(
                after.id(),
                "no %s of %s is null".formatted(use.name(), table.dotted()),
                table,
                use.name() + " is null",
                List.of(),
                from));
      }
    }
    return checks;
  }
}
