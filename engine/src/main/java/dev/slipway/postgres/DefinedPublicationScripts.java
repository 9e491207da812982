package dev.slipway.postgres;

import dev.slipway.dialect.Script;
import dev.slipway.schema.model.DefinedPublication;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The publications of a definition with the tables that are members. */
final class DefinedPublicationScripts {

  private DefinedPublicationScripts() {}

  static List<Script> of(Definition definition) {
    Map<String, List<String>> statements = new TreeMap<>();
    for (var schema : definition.schemas()) {
      for (DefinedPublication publication : schema.publications()) {
        List<String> own = new ArrayList<>();
        own.add(createUnlessThere(publication.name(), create(publication)));
        if (publication.comment() != null) {
          own.add(
              DefinedWords.comment(
                  "publication " + Quoting.identifier(publication.name()), publication.comment()));
        }
        statements.put(publication.name(), own);
      }
    }
    for (DefinedTable table : definition.tables()) {
      for (DefinedPublication.Member member : table.publications()) {
        String name = Quoting.identifier(member.publication());
        statements
            .computeIfAbsent(
                member.publication(),
                key ->
                    new ArrayList<>(List.of(createUnlessThere(key, "create publication " + name))))
            .add("alter publication " + name + " add table " + member(table, member));
      }
    }
    List<Script> scripts = new ArrayList<>();
    statements.forEach((name, own) -> scripts.add(Script.of("publication " + name, own)));
    return scripts;
  }

  private static String member(DefinedTable table, DefinedPublication.Member member) {
    return DefinedTypes.name(table.name())
        + (member.columns().isEmpty() ? "" : " (" + Quoting.identifiers(member.columns()) + ")")
        + (member.where() == null ? "" : " where (" + DefinedWords.sql(member.where()) + ")");
  }

  private static String create(DefinedPublication publication) {
    List<String> options = new ArrayList<>();
    if (!publication.operations().isEmpty()) {
      options.add("publish = " + Quoting.literal(String.join(", ", publication.operations())));
    }
    if (publication.viaPartitionRoot()) {
      options.add("publish_via_partition_root = true");
    }
    String members = publication.allTables() ? " for all tables" : "";
    if (!publication.schemas().isEmpty()) {
      members =
          publication.schemas().stream()
              .map(Quoting::identifier)
              .collect(Collectors.joining(", ", " for tables in schema ", ""));
    }
    return "create publication "
        + Quoting.identifier(publication.name())
        + members
        + (options.isEmpty() ? "" : " with (" + String.join(", ", options) + ")");
  }

  /** A platform provides some publications, to which tables are only added. */
  private static String createUnlessThere(String publication, String create) {
    return "do "
        + Quoting.literal(
            "begin if not exists (select from pg_catalog.pg_publication where pubname = "
                + Quoting.literal(publication)
                + ") then "
                + create
                + "; end if; end");
  }
}
