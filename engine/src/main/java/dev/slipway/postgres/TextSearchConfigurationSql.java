package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchConfiguration;
import dev.slipway.catalog.TextSearchConfiguration.Mapping;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text search configurations as SQL (manual: CREATE and ALTER TEXT SEARCH CONFIGURATION). */
final class TextSearchConfigurationSql implements ObjectSql<TextSearchConfiguration> {

  @Override
  public String systemCatalog() {
    return "pg_ts_config";
  }

  @Override
  public String target(ObjectId id) {
    return "text search configuration " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(
      TextSearchConfiguration configuration, List<DatabaseObject> within) {
    var statements = new ArrayList<Statement>();
    statements.add(
        Statement.of(
            "create " + target(configuration.id()) + " (parser = " + configuration.parser() + ")"));
    statements.addAll(mapped(configuration.id(), " add", configuration.mappings()));
    return statements;
  }

  @Override
  public List<Statement> drop(TextSearchConfiguration configuration) {
    return List.of(Statement.of("drop " + target(configuration.id())));
  }

  /** Another parser has other types of tokens. */
  @Override
  public Alteration alter(
      TextSearchConfiguration before, TextSearchConfiguration after, Catalog from, Catalog to) {
    if (!before.parser().equals(after.parser())) {
      return new Alteration.Recreate();
    }
    Map<String, Mapping> then = byToken(before);
    Map<String, Mapping> now = byToken(after);
    var statements = new ArrayList<Statement>();
    List<String> gone = then.keySet().stream().filter(token -> !now.containsKey(token)).toList();
    if (!gone.isEmpty()) {
      statements.add(
          Statement.of(
              "alter " + target(after.id()) + " drop mapping for " + Quoting.identifiers(gone)));
    }
    List<Mapping> changed = new ArrayList<>();
    List<Mapping> added = new ArrayList<>();
    for (Mapping mapping : after.mappings()) {
      Mapping old = then.get(mapping.token());
      if (old == null) {
        added.add(mapping);
      } else if (!old.equals(mapping)) {
        changed.add(mapping);
      }
    }
    statements.addAll(mapped(after.id(), " alter", changed));
    statements.addAll(mapped(after.id(), " add", added));
    return new Alteration.InPlace(statements, false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }

  /** One statement for all tokens that the same dictionaries see. */
  private List<Statement> mapped(ObjectId id, String verb, List<Mapping> mappings) {
    Map<List<String>, List<String>> tokens = new LinkedHashMap<>();
    for (Mapping mapping : mappings) {
      tokens.computeIfAbsent(mapping.dictionaries(), key -> new ArrayList<>()).add(mapping.token());
    }
    var statements = new ArrayList<Statement>();
    tokens.forEach((dictionaries, of) ->
        statements.add(
            Statement.of(
                "alter "
                    + target(id)
                    + verb
                    + " mapping for "
                    + Quoting.identifiers(of)
                    + " with "
                    + String.join(", ", dictionaries))));
    return statements;
  }

  private static Map<String, Mapping> byToken(TextSearchConfiguration configuration) {
    return configuration.mappings().stream()
        .collect(
            Collectors.toMap(
                Mapping::token, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }
}
