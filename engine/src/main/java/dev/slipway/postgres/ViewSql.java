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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Views and materialized views as SQL (manual: CREATE VIEW, CREATE MATERIALIZED VIEW).
 *
 * <p>Another query means another view: {@code create or replace} refuses other types of columns,
 * and a catalog does not say what those are.
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
    String options = view.options().isEmpty() ? "" : " with (" + settings(view.options()) + ")";
    return List.of(
        Statement.of(
            "create "
                + sort(view)
                + " "
                + Quoting.qualified(view.id())
                + options
                + " as\n"
                + view.query()));
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
    if (before.materialized() != after.materialized()
        || !before.query().equals(after.query())
        || !before.columns().equals(after.columns())) {
      return new Alteration.Recreate();
    }
    var lock =
        new Lock(
            after.materialized() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE,
            after.id());
    String alter = "alter " + sort(after) + " " + Quoting.qualified(after.id());
    List<String> names = after.options().stream().map(ViewSql::nameOf).toList();
    List<String> gone =
        before.options().stream()
            .map(ViewSql::nameOf)
            .filter(name -> !names.contains(name))
            .toList();
    List<String> set =
        after.options().stream().filter(option -> !before.options().contains(option)).toList();
    var statements = new ArrayList<Statement>();
    if (!gone.isEmpty()) {
      statements.add(Statement.of(alter + " reset (" + String.join(", ", gone) + ")", lock));
    }
    if (!set.isEmpty()) {
      statements.add(Statement.of(alter + " set (" + settings(set) + ")", lock));
    }
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

  /** The server knows every option's name, so none needs quotes. */
  private static String nameOf(String option) {
    return option.substring(0, option.indexOf('='));
  }

  private static String settings(List<String> options) {
    return options.stream()
        .map(option ->
            nameOf(option) + " = " + Quoting.literal(option.substring(option.indexOf('=') + 1)))
        .collect(Collectors.joining(", "));
  }
}
