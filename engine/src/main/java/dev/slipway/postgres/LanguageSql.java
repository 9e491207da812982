package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Language;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Procedural languages as SQL (manual: CREATE LANGUAGE). */
final class LanguageSql implements ObjectSql<Language> {

  @Override
  public String systemCatalog() {
    return "pg_language";
  }

  @Override
  public String target(ObjectId id) {
    return "language " + Quoting.name(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return target(id);
  }

  @Override
  public List<Statement> create(Language language, List<DatabaseObject> within) {
    return List.of(Statement.of("create " + definition(language)));
  }

  @Override
  public List<Statement> drop(Language language) {
    return List.of(Statement.of("drop " + target(language.id())));
  }

  @Override
  public Alteration alter(Language before, Language after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        List.of(Statement.of("create or replace " + definition(after))), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }

  private String definition(Language language) {
    return (language.trusted() ? "trusted " : "")
        + target(language.id())
        + " handler "
        + language.handler()
        + (language.inline() == null ? "" : " inline " + language.inline())
        + (language.validator() == null ? "" : " validator " + language.validator());
  }
}
