package dev.slipway.postgres;

import dev.slipway.dialect.Script;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedExtension;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedSchema;
import dev.slipway.schema.model.DefinedSequence;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.Partitioning;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A schema definition as scripts for an empty database. What they may depend on is loaded first
 * where that is known; the loader finds out the rest by trying.
 */
final class DefinitionScripts {

  private final Definition definition;
  private final DefinedTypes types;
  private final List<Script> scripts = new ArrayList<>();

  private DefinitionScripts(Definition definition) {
    this.definition = definition;
    Map<String, String> extensions = new LinkedHashMap<>();
    for (DefinedSchema schema : definition.schemas()) {
      for (DefinedExtension extension : schema.extensions()) {
        extensions.put(
            extension.name(), DefinedTypes.schema(new QualifiedName(extension.schema(), "")));
      }
    }
    this.types = new DefinedTypes(extensions);
  }

  static List<Script> of(Definition definition) {
    var scripts = new DefinitionScripts(definition);
    scripts.schemas();
    scripts.extensions();
    scripts.scripts.addAll(DefinedTypeScripts.of(definition, scripts.types));
    scripts.sequences();
    for (DefinedTable table : definition.tables()) {
      scripts.scripts.add(DefinedTableScript.of(table, scripts.types));
    }
    scripts.owners();
    definition.tables().forEach(scripts::foreignKeys);
    definition.tables().forEach(scripts::policies);
    scripts.scripts.addAll(DefinedPublicationScripts.of(definition));
    scripts.routineGrants();
    return scripts.scripts;
  }

  private void schemas() {
    Set<String> names = new LinkedHashSet<>();
    for (DefinedSchema schema : definition.schemas()) {
      names.add(DefinedTypes.schema(new QualifiedName(schema.name(), "")));
    }
    for (DefinedTable table : definition.tables()) {
      names.add(DefinedTypes.schema(table.name()));
      partitions(table.partitioning(), names);
    }
    definition.types().forEach(type -> names.add(DefinedTypes.schema(type.name())));
    for (String name : names) {
      if (!name.equals("public")) {
        script("schema " + name, "create schema if not exists " + Quoting.identifier(name));
      }
    }
    for (DefinedSchema schema : definition.schemas()) {
      String name = DefinedTypes.schema(new QualifiedName(schema.name(), ""));
      String object = "schema " + Quoting.identifier(name);
      List<String> statements = new ArrayList<>();
      if (schema.comment() != null) {
        statements.add(DefinedWords.comment(object, schema.comment()));
      }
      schema.grants().forEach(grant -> statements.add(DefinedWords.grant(grant, object)));
      if (!statements.isEmpty()) {
        scripts.add(Script.of("schema " + name, statements));
      }
    }
  }

  private static void partitions(@Nullable Partitioning partitioning, Set<String> schemas) {
    if (partitioning != null) {
      for (Partitioning.Partition partition : partitioning.partitions()) {
        schemas.add(DefinedTypes.schema(partition.name()));
        partitions(partition.partitioning(), schemas);
      }
    }
  }

  /** Those that are named first; then those whose types are used and which nobody named. */
  private void extensions() {
    types
        .extensions()
        .forEach((name, schema) ->
            script(
                "extension " + name,
                "create extension if not exists "
                    + Quoting.identifier(name)
                    + " schema "
                    + Quoting.identifier(schema)));
    Map<String, String> used = new TreeMap<>();
    for (ColumnType.OfExtension type : definition.extensionTypes()) {
      used.putIfAbsent(type.extension(), type.name());
    }
    used.keySet().removeAll(types.extensions().keySet());
    used.forEach((name, type) -> script("extension " + name, createUnlessThere(name, type)));
  }

  /** A prelude may bring a stand-in for a type whose extension the shadow's server lacks. */
  private static String createUnlessThere(String extension, String type) {
    return "do "
        + Quoting.literal(
            "begin if pg_catalog.to_regtype("
                + Quoting.literal(Quoting.identifier(type))
                + ") is null then create extension if not exists "
                + Quoting.identifier(extension)
                + "; end if; end");
  }

  private void sequences() {
    for (DefinedSchema schema : definition.schemas()) {
      for (DefinedSequence sequence : schema.sequences()) {
        String name = DefinedTypes.name(sequence.name());
        List<String> statements = new ArrayList<>();
        statements.add(
            (sequence.unlogged() ? "create unlogged sequence " : "create sequence ")
                + name
                + " as "
                + types.of(sequence.type())
                + " "
                + DefinedWords.counting(sequence.options()));
        if (sequence.comment() != null) {
          statements.add(DefinedWords.comment("sequence " + name, sequence.comment()));
        }
        sequence
            .grants()
            .forEach(grant -> statements.add(DefinedWords.grant(grant, "sequence " + name)));
        scripts.add(Script.of("sequence " + sequence.name(), statements));
      }
    }
  }

  private void owners() {
    for (DefinedSchema schema : definition.schemas()) {
      for (DefinedSequence sequence : schema.sequences()) {
        DefinedSequence.Owner owner = sequence.owner();
        if (owner != null) {
          script(
              "owner of sequence " + sequence.name(),
              "alter sequence "
                  + DefinedTypes.name(sequence.name())
                  + " owned by "
                  + DefinedTypes.name(owner.table())
                  + "."
                  + Quoting.identifier(owner.column()));
        }
      }
    }
  }

  private void foreignKeys(DefinedTable table) {
    for (DefinedForeignKey key : table.foreignKeys()) {
      String set =
          key.setColumns().isEmpty() ? "" : " (" + Quoting.identifiers(key.setColumns()) + ")";
      List<String> statements = new ArrayList<>();
      statements.add(
          "alter table "
              + DefinedTypes.name(table.name())
              + " add "
              + DefinedWords.named(key.name())
              + "foreign key ("
              + Quoting.identifiers(key.columns())
              + ") references "
              + DefinedTypes.name(key.target())
              + " ("
              + Quoting.identifiers(key.targetColumns())
              + ")"
              + (key.matchFull() ? " match full" : "")
              + DefinedWords.action(" on delete ", key.onDelete())
              + set
              + DefinedWords.action(" on update ", key.onUpdate())
              + DefinedWords.deferral(key.deferral()));
      if (key.comment() != null && key.name() != null) {
        statements.add(DefinedTableScript.onConstraint(table, key.name(), key.comment()));
      }
      scripts.add(
          Script.of(
                  "foreign key of table "
                      + table.name()
                      + " ("
                      + String.join(", ", key.columns())
                      + ")",
                  statements)
              .of(
                  new Script.OfTable(
                      DefinedTypes.table(table.name()),
                      List.of(DefinedTypes.table(key.target())))));
    }
  }

  private void policies(DefinedTable table) {
    for (DefinedPolicy policy : table.policies()) {
      String on = Quoting.identifier(policy.name()) + " on " + DefinedTypes.name(table.name());
      var sql = new StringBuilder("create policy ").append(on);
      sql.append(policy.restrictive() ? " as restrictive" : "");
      sql.append(" for ").append(policy.command().name().toLowerCase(Locale.ROOT));
      sql.append(" to ").append(DefinedWords.roles(policy.roles()));
      if (policy.using() != null) {
        sql.append(" using (").append(DefinedWords.sql(policy.using())).append(")");
      }
      if (policy.withCheck() != null) {
        sql.append(" with check (").append(DefinedWords.sql(policy.withCheck())).append(")");
      }
      List<String> statements = new ArrayList<>();
      statements.add(sql.toString());
      if (policy.comment() != null) {
        statements.add(DefinedWords.comment("policy " + on, policy.comment()));
      }
      scripts.add(
          Script.of("policy " + policy.name() + " of table " + table.name(), statements)
              .of(new Script.OfTable(DefinedTypes.table(table.name()), List.of())));
    }
  }

  private void routineGrants() {
    for (DefinedSchema schema : definition.schemas()) {
      for (DefinedSchema.RoutineGrant each : schema.routineGrants()) {
        script("grant on " + each.routine(), DefinedWords.grant(each.grant(), each.routine()));
      }
    }
  }

  private void script(String origin, String sql) {
    scripts.add(Script.of(origin, List.of(sql)));
  }
}
