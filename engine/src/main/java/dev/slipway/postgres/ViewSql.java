package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.View;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Views and materialized views as SQL (manual: CREATE VIEW, CREATE MATERIALIZED VIEW).
 *
 * <p>A view whose query changes is replaced where {@link ViewReplacement} says that it can be,
 * which keeps what depends on it and what is said about it. Any other query means another view.
 */
final class ViewSql implements ObjectSql<View> {

  @Override
  public String systemCatalog() {
    return "pg_class";
  }

  @Override
  public String target(ObjectId id) {
    return "view " + Quoting.qualified(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "table " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(View view, List<DatabaseObject> within) {
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of("create " + definition(view)));
    view.details().forEach(detail -> statements.add(say(view, detail)));
    return statements;
  }

  private static String definition(View view) {
    return sort(view)
        + " "
        + Quoting.qualified(view.id())
        + (view.accessMethod() == null ? "" : " using " + Quoting.identifier(view.accessMethod()))
        + Options.with(view.options())
        + " as\n"
        + view.query();
  }

  private static Statement say(View view, String detail) {
    return Statement.of(
        "alter " + sort(view) + " " + Quoting.qualified(view.id()) + " alter column " + detail,
        new Lock(LockMode.ACCESS_EXCLUSIVE, view.id()));
  }

  @Override
  public List<Statement> drop(View view) {
    return List.of(
        Statement.of(
            "drop " + sort(view) + " " + Quoting.qualified(view.id()),
            new Lock(LockMode.ACCESS_EXCLUSIVE, view.id())));
  }

  @Override
  public Alteration alter(View before, View after, Catalog from, Catalog to) {
    boolean isSameQuery =
        before.materialized() == after.materialized()
            && before.query().equals(after.query())
            && before.columns().equals(after.columns());
    if (!isSameQuery && !ViewReplacement.isPossible(before, after, from, to)) {
      return new Alteration.Recreate();
    }
    var lock =
        new Lock(
            after.materialized() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE,
            after.id());
    String alter = "alter " + sort(after) + " " + Quoting.qualified(after.id());
    var statements = new ArrayList<Statement>();
    if (!Objects.equals(before.accessMethod(), after.accessMethod())) {
      String method = after.accessMethod();
      statements.add(
          Statement.of(
              alter
                  + " set access method "
                  + (method == null ? "heap" : Quoting.identifier(method)),
              new Lock(LockMode.ACCESS_EXCLUSIVE, after.id())));
    }
    if (isSameQuery) {
      for (String change : Options.changes(before.options(), after.options())) {
        statements.add(Statement.of(alter + " " + change, lock));
      }
    } else {
      statements.add(Statement.of("create or replace " + definition(after), lock));
    }
    for (String detail : before.details()) {
      if (!after.details().contains(detail)) {
        String opposite = opposite(detail);
        if (opposite == null) {
          return new Alteration.Recreate();
        }
        statements.add(say(after, opposite));
      }
    }
    after.details().stream()
        .filter(detail -> !before.details().contains(detail))
        .forEach(detail -> statements.add(say(after, detail)));
    return new Alteration.InPlace(statements, false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    boolean materialized = catalog.find(from) instanceof View view && view.materialized();
    return List.of(
        Statement.of(
            (materialized ? "alter materialized view " : "alter view ")
                + Quoting.qualified(from)
                + " rename to "
                + Quoting.name(to),
            new Lock(LockMode.ACCESS_EXCLUSIVE, from)));
  }

  @Override
  public List<String> partsOf(View view) {
    return view.columns();
  }

  /** ALTER TABLE also speaks of views and materialized views (manual, ALTER TABLE, Notes). */
  @Override
  public List<Statement> renamePart(View view, String from, String to) {
    return List.of(
        Statement.of(
            "alter table %s rename column %s to %s"
                .formatted(
                    Quoting.qualified(view.id()), Quoting.identifier(from), Quoting.identifier(to)),
            new Lock(LockMode.ACCESS_EXCLUSIVE, view.id())));
  }

  @Override
  public @Nullable String loss(View before, @Nullable View after) {
    return after == null && before.materialized()
        ? "The rows that the materialized " + before.id() + " stores go with it."
        : null;
  }

  private static String sort(View view) {
    return view.materialized() ? "materialized view" : "view";
  }

  /** What takes a detail back; null where only a new view does. */
  private static @Nullable String opposite(String detail) {
    int value = detail.indexOf(" set default ");
    if (value >= 0) {
      return detail.substring(0, value) + " drop default";
    }
    int target = detail.indexOf(" set statistics ");
    return target >= 0 ? detail.substring(0, target) + " set statistics -1" : null;
  }
}
