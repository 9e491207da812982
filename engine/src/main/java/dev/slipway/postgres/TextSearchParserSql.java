package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchParser;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Text search parsers as SQL (manual: CREATE TEXT SEARCH PARSER); they have no owner. */
final class TextSearchParserSql implements ObjectSql<TextSearchParser> {

  @Override
  public String systemCatalog() {
    return "pg_ts_parser";
  }

  @Override
  public String target(ObjectId id) {
    return "text search parser " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(TextSearchParser parser, List<DatabaseObject> within) {
    String headline = parser.headline() == null ? "" : "headline = " + parser.headline() + ", ";
    return List.of(
        Statement.of(
            "create %s (start = %s, gettoken = %s, end = %s, %slextypes = %s)"
                .formatted(
                    target(parser.id()),
                    parser.start(),
                    parser.token(),
                    parser.end(),
                    headline,
                    parser.types())));
  }

  @Override
  public List<Statement> drop(TextSearchParser parser) {
    return List.of(Statement.of("drop " + target(parser.id())));
  }

  @Override
  public Alteration alter(
      TextSearchParser before, TextSearchParser after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }
}
