package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Given;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Privileges as SQL (manual: GRANT, REVOKE); they lock no table against its users. */
final class GrantSql implements ObjectSql<Grant> {

  private static final Catalog ALONE = Catalog.empty(Engine.POSTGRESQL);

  @Override
  public List<Statement> create(Grant grant, List<DatabaseObject> within) {
    return create(grant, within, ALONE);
  }

  @Override
  public List<Statement> create(Grant grant, List<DatabaseObject> within, Catalog in) {
    GrantTarget target = GrantTarget.of(grant, in);
    Given given = grant.given();
    if (grant.role().equals(Grant.OWNER)) {
      var statements = new ArrayList<Statement>();
      statements.add(revoke(grant, "all privileges", target));
      statements.addAll(difference(with(grant, List.of()), grant, target));
      return statements;
    }
    if (given == null) {
      return difference(byDefault(grant), grant, target);
    }
    List<String> tooMuch = Privileges.without(given.perhaps(), grant.privileges());
    List<String> present = Privileges.without(given.perhaps(), tooMuch);
    var before =
        new Privileges(
            Stream.concat(tooMuch.stream(), given.surely().stream().filter(present::contains))
                .toList(),
            Privileges.without(given.grantable(), grant.grantable()));
    var statements = new ArrayList<>(change(grant, before, privileges(grant), target));
    statements.addAll(columnsAgain(with(grant, tooMuch), grant, in, other -> true));
    return statements;
  }

  @Override
  public List<Statement> drop(Grant grant) {
    return drop(grant, GrantTarget.of(grant, ALONE));
  }

  private static List<Statement> drop(Grant grant, GrantTarget target) {
    if (!grant.role().equals(Grant.OWNER)) {
      return difference(grant, byDefault(grant), target);
    }
    var statements = new ArrayList<Statement>();
    if (!grant.grantable().isEmpty()) {
      statements.add(revoke(grant, "grant option for all privileges", target));
    }
    statements.add(grant(grant, "all privileges", "", target));
    return statements;
  }

  /**
   * Privileges go over to a new owner; if they change as well, the old owner gets them all back
   * before, and the new one loses some after.
   */
  @Override
  public List<Statement> drop(Grant grant, List<DatabaseObject> along, Catalog from, Catalog to) {
    var statements = new ArrayList<>(drop(grant, GrantTarget.of(grant, from)));
    statements.addAll(
        columnsAgain(grant, with(grant, List.of()), to, other -> from.has(other.id())));
    return statements;
  }

  @Override
  public Alteration alter(Grant before, Grant after, Catalog from, Catalog to) {
    if (!Objects.equals(before.owner(), after.owner())
        && !before.privileges().equals(after.privileges())) {
      return new Alteration.Recreate();
    }
    var statements = new ArrayList<>(difference(before, after, GrantTarget.of(after, from, to)));
    statements.addAll(columnsAgain(before, after, to, other -> true));
    return new Alteration.InPlace(statements, false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  /** What everyone has by default (manual, 5.8 Privileges); no other role has anything. */
  private static Grant byDefault(Grant grant) {
    boolean everyone = grant.role().equals("public");
    List<String> privileges =
        switch (grant.on().kind()) {
          case ROUTINE, AGGREGATE -> List.of("EXECUTE");
          case BASE_TYPE, ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE, LANGUAGE -> List.of("USAGE");
          case SCHEMA -> grant.on().name().equals("public") ? List.of("USAGE") : List.of();
          default -> List.of();
        };
    return with(grant, everyone ? privileges : List.of());
  }

  private static Grant with(Grant grant, List<String> privileges) {
    return new Grant(
        grant.id(), grant.on(), grant.role(), privileges, List.of(), grant.owner(), null);
  }

  private static List<Statement> difference(Grant before, Grant after, GrantTarget target) {
    return change(after, privileges(before), privileges(after), target);
  }

  private static Privileges privileges(Grant grant) {
    return new Privileges(grant.privileges(), grant.grantable());
  }

  private static List<Statement> change(
      Grant grant, Privileges before, Privileges after, GrantTarget target) {
    return before.to(
        after,
        what -> revoke(grant, what, target),
        what -> grant(grant, what, "", target),
        what -> grant(grant, what, " with grant option", target),
        privileges -> list(grant, privileges));
  }

  /**
   * Taking a privilege on a table away also takes it away on each of its columns. What is created
   * by a step of its own may be granted twice.
   */
  private static List<Statement> columnsAgain(
      Grant before, Grant after, Catalog to, Predicate<Grant> isThere) {
    boolean isOfRelation = after.on().kind() == Kind.TABLE || after.on().kind() == Kind.VIEW;
    if (!isOfRelation
        || column(after) != null
        || Privileges.without(before.privileges(), after.privileges()).isEmpty()) {
      return List.of();
    }
    var statements = new ArrayList<Statement>();
    for (DatabaseObject part : to.partsOf(after.on())) {
      if (part instanceof Grant grant) {
        statements.addAll(columnAgain(grant, after.role(), isThere));
      } else if (part instanceof Column) {
        for (DatabaseObject said : to.partsOf(part.id())) {
          if (said instanceof Grant grant) {
            statements.addAll(columnAgain(grant, after.role(), isThere));
          }
        }
      }
    }
    return statements;
  }

  private static List<Statement> columnAgain(Grant grant, String role, Predicate<Grant> isThere) {
    return column(grant) != null && grant.role().equals(role) && isThere.test(grant)
        ? difference(with(grant, List.of()), grant, GrantTarget.of(grant, ALONE))
        : List.of();
  }

  private static Statement grant(
      Grant grant, String privileges, String option, GrantTarget target) {
    return target.within("grant " + privileges + " on ", " to " + role(grant) + option);
  }

  private static Statement revoke(Grant grant, String privileges, GrantTarget target) {
    return target.within("revoke " + privileges + " on ", " from " + role(grant));
  }

  private static String list(Grant grant, List<String> privileges) {
    String column = column(grant);
    String suffix = column == null ? "" : " (" + Quoting.identifier(column) + ")";
    return privileges.stream()
        .map(privilege -> privilege.toLowerCase(Locale.ROOT) + suffix)
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String column(Grant grant) {
    if (Identity.isAboutSequence(grant.id(), grant.on())) {
      return null;
    }
    return grant.on().kind() == Kind.COLUMN
        ? grant.on().name()
        : Said.viewColumn(grant.id(), grant.on());
  }

  private static String role(Grant grant) {
    if (!grant.role().equals(Grant.OWNER)) {
      return Quoting.identifier(grant.role());
    }
    return grant.owner() == null ? "current_user" : Quoting.identifier(grant.owner());
  }
}
