package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchTemplate;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Text search templates as SQL (manual: CREATE TEXT SEARCH TEMPLATE); they have no owner. */
final class TextSearchTemplateSql implements ObjectSql<TextSearchTemplate> {

  @Override
  public String systemCatalog() {
    return "pg_ts_template";
  }

  @Override
  public String target(ObjectId id) {
    return "text search template " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(TextSearchTemplate template, List<DatabaseObject> within) {
    String init = template.init() == null ? "" : "init = " + template.init() + ", ";
    return List.of(
        Statement.of(
            "create "
                + target(template.id())
                + " ("
                + init
                + "lexize = "
                + template.lexize()
                + ")"));
  }

  @Override
  public List<Statement> drop(TextSearchTemplate template) {
    return List.of(Statement.of("drop " + target(template.id())));
  }

  @Override
  public Alteration alter(
      TextSearchTemplate before, TextSearchTemplate after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }
}
