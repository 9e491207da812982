package dev.slipway.postgres;

import dev.slipway.dialect.Script;
import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;

/**
 * A schema definition as scripts for an empty database. What they may depend on is loaded first
 * where that is known; the loader finds out the rest by trying.
 */
final class DefinitionScripts {

  private DefinitionScripts() {}

  static List<Script> of(List<DefinedTable> tables) {
    List<Script> scripts = new ArrayList<>();
    Set<String> schemas = new LinkedHashSet<>();
    Map<QualifiedName, DefinedEnum> enums = new LinkedHashMap<>();
    for (DefinedTable table : tables) {
      schemas.add(DefinedTypes.schema(table.name()));
      for (DefinedEnum type : table.enums()) {
        schemas.add(DefinedTypes.schema(type.name()));
        DefinedEnum known = enums.putIfAbsent(resolved(type.name()), type);
        if (known != null && !known.values().equals(type.values())) {
          throw new SlipwayException(
              DefinitionConflict.ENUM_DEFINED_TWICE,
              "The enum type "
                  + type.name()
                  + " is defined twice with different values: "
                  + known.values()
                  + " and "
                  + type.values()
                  + ".",
              "Give one of the Java enums another type name.");
        }
      }
    }
    for (String schema : schemas) {
      if (!schema.equals("public")) {
        scripts.add(
            script(
                "schema " + schema, "create schema if not exists " + Quoting.identifier(schema)));
      }
    }
    for (DefinedEnum type : enums.values()) {
      String values =
          type.values().stream().map(Quoting::literal).collect(Collectors.joining(", "));
      scripts.add(
          script(
              "enum " + type.name(),
              "create type " + DefinedTypes.name(type.name()) + " as enum (" + values + ")"));
    }
    tables.forEach(table -> scripts.add(DefinedTableScript.of(table)));
    tables.forEach(table -> scripts.addAll(foreignKeys(table)));
    tables.forEach(table -> scripts.addAll(policies(table)));
    scripts.addAll(publications(tables));
    return scripts;
  }

  private static QualifiedName resolved(QualifiedName name) {
    return new QualifiedName(DefinedTypes.schema(name), name.name());
  }

  private static List<Script> foreignKeys(DefinedTable table) {
    List<Script> scripts = new ArrayList<>();
    for (DefinedForeignKey key : table.foreignKeys()) {
      scripts.add(
          script(
              "foreign key of table "
                  + table.name()
                  + " ("
                  + String.join(", ", key.columns())
                  + ")",
              "alter table "
                  + DefinedTypes.name(table.name())
                  + " add "
                  + DefinedTableScript.named(key.name())
                  + "foreign key ("
                  + Quoting.identifiers(key.columns())
                  + ") references "
                  + DefinedTypes.name(key.target())
                  + " ("
                  + Quoting.identifiers(key.targetColumns())
                  + ")"
                  + DefinedTableScript.action(" on delete ", key.onDelete())
                  + DefinedTableScript.action(" on update ", key.onUpdate())
                  + DefinedTableScript.deferral(key.deferral())));
    }
    return scripts;
  }

  private static List<Script> policies(DefinedTable table) {
    List<Script> scripts = new ArrayList<>();
    for (DefinedPolicy policy : table.policies()) {
      var sql = new StringBuilder("create policy ");
      sql.append(Quoting.identifier(policy.name()))
          .append(" on ")
          .append(DefinedTypes.name(table.name()));
      sql.append(policy.restrictive() ? " as restrictive" : "");
      sql.append(" for ").append(policy.command().name().toLowerCase(java.util.Locale.ROOT));
      sql.append(" to ");
      sql.append(
          policy.roles().stream().map(DefinitionScripts::role).collect(Collectors.joining(", ")));
      if (policy.using() != null) {
        sql.append(" using (").append(policy.using().sql(SQLDialect.POSTGRES)).append(")");
      }
      if (policy.withCheck() != null) {
        sql.append(" with check (").append(policy.withCheck().sql(SQLDialect.POSTGRES)).append(")");
      }
      scripts.add(script("policy " + policy.name() + " of table " + table.name(), sql.toString()));
    }
    return scripts;
  }

  /** The word {@code public} means everyone only where it is not quoted. */
  private static String role(Role role) {
    return role.isPublic() ? "public" : Quoting.identifier(role.name());
  }

  private static List<Script> publications(List<DefinedTable> tables) {
    Map<String, List<String>> members = new TreeMap<>();
    for (DefinedTable table : tables) {
      for (String publication : table.publications()) {
        members
            .computeIfAbsent(publication, key -> new ArrayList<>())
            .add(DefinedTypes.name(table.name()));
      }
    }
    List<Script> scripts = new ArrayList<>();
    members.forEach((publication, names) ->
        scripts.add(
            Script.of(
                "publication " + publication,
                List.of(
                    createUnlessThere(publication),
                    "alter publication "
                        + Quoting.identifier(publication)
                        + " add table "
                        + String.join(", ", names)))));
    return scripts;
  }

  /** A platform provides some publications, to which tables are only added. */
  private static String createUnlessThere(String publication) {
    String create = "create publication " + Quoting.identifier(publication);
    return "do "
        + Quoting.literal(
            "begin if not exists (select from pg_catalog.pg_publication where pubname = "
                + Quoting.literal(publication)
                + ") then "
                + create
                + "; end if; end");
  }

  private static Script script(String origin, String sql) {
    return Script.of(origin, List.of(sql));
  }
}
