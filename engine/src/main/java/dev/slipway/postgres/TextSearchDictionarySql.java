package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchDictionary;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Text search dictionaries as SQL (manual: CREATE and ALTER TEXT SEARCH DICTIONARY). */
final class TextSearchDictionarySql implements ObjectSql<TextSearchDictionary> {

  @Override
  public String systemCatalog() {
    return "pg_ts_dict";
  }

  @Override
  public String target(ObjectId id) {
    return "text search dictionary " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(TextSearchDictionary dictionary, List<DatabaseObject> within) {
    var options = new ArrayList<String>();
    options.add("template = " + dictionary.template());
    options.addAll(dictionary.options());
    return List.of(
        Statement.of(
            "create " + target(dictionary.id()) + " (" + String.join(", ", options) + ")"));
  }

  @Override
  public List<Statement> drop(TextSearchDictionary dictionary) {
    return List.of(Statement.of("drop " + target(dictionary.id())));
  }

  /**
   * An option without a value is taken away. One that is set comes to stand last, so everything
   * behind the first difference is set.
   */
  @Override
  public Alteration alter(
      TextSearchDictionary before, TextSearchDictionary after, Catalog from, Catalog to) {
    if (!before.template().equals(after.template())) {
      return new Alteration.Recreate();
    }
    var settings = new ArrayList<String>();
    for (String option : before.options()) {
      if (after.options().stream().noneMatch(other -> name(other).equals(name(option)))) {
        settings.add(name(option));
      }
    }
    List<String> kept = before.options().stream().filter(after.options()::contains).toList();
    int same = 0;
    while (same < kept.size() && kept.get(same).equals(after.options().get(same))) {
      same++;
    }
    settings.addAll(after.options().subList(same, after.options().size()));
    return new Alteration.InPlace(
        List.of(
            Statement.of("alter " + target(after.id()) + " (" + String.join(", ", settings) + ")")),
        false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }

  /** The name with its quotes, if it needs any; no plain name holds the sign. */
  private static String name(String option) {
    int end = option.startsWith("\"") ? option.indexOf("\" = ", 1) + 1 : option.indexOf(" = ");
    return option.substring(0, end);
  }
}
