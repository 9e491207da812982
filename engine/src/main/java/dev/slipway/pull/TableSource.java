package dev.slipway.pull;

import static java.util.stream.Collectors.joining;

import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedExclusion;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedPublication;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.ReplicaIdentity;
import dev.slipway.schema.model.RowSecurity;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;

/** Prints a table as a class. */
final class TableSource implements ClassSource {

  private static final String REALTIME = "supabase_realtime";

  private final Places places;
  private final Place place;
  private final DefinedTable table;
  private final SourceText file;
  private final TableClauses clauses;

  TableSource(Places places, Place place) {
    this.places = places;
    this.place = place;
    this.table = place.table();
    this.file = new SourceText(place.packageName());
    this.clauses = new TableClauses(place, places);
  }

  /** The text of the file. */
  static String of(Place place, Places places) {
    return new TableSource(places, place).text();
  }

  private String text() {
    String base = file.use("dev.slipway.schema.TableDefinition");
    String name = place.className();
    file.add("public final class " + name + " extends " + base + " {\n\n");
    file.add(
        "  public static final " + name + " " + place.constant() + " = new " + name + "();\n\n");
    members().forEach(member -> file.add(member.declaration(field(member))));
    file.add("\n  private " + name + "() {");
    List<String> arguments = nameArguments();
    String named = arguments.isEmpty() ? "" : "    super(" + String.join(", ", arguments) + ");\n";
    String rest = clauses().stream().map(each -> each.statement("", 4)).collect(joining());
    String body = named + rest;
    return file.add(body.isEmpty() ? "}\n}\n" : "\n" + body + "  }\n}\n").text();
  }

  private List<String> nameArguments() {
    List<String> arguments = new ArrayList<>();
    String schema = table.name().schema();
    if (schema != null) {
      arguments.add(JavaText.quoted(schema));
    }
    if (schema != null || !Names.gives(place.className(), table.name().name())) {
      arguments.add(JavaText.quoted(table.name().name()));
    }
    return arguments;
  }

  @Override
  public String what() {
    return "table " + table.name();
  }

  @Override
  public List<Member> members() {
    var columns = new ColumnSource(places, file, clauses);
    return table.columns().stream().map(columns::member).toList();
  }

  @Override
  public String field(Member member) {
    return place.field(member.name());
  }

  @Override
  public SourceText file() {
    return file;
  }

  @Override
  public List<Chain> clauses() {
    List<Chain> all = new ArrayList<>();
    if (table.comment() != null) {
      all.add(new Chain("comment(" + JavaText.of(table.comment(), 8) + ")"));
    }
    if (table.unlogged()) {
      all.add(new Chain("unlogged()"));
    }
    table
        .options()
        .forEach((name, value) ->
            all.add(
                new Chain(
                    "with(" + JavaText.quoted(name) + ", " + KeySource.parameter(value) + ")")));
    for (QualifiedName parent : table.inherits()) {
      all.add(new Chain("inherits(() -> " + places.of(parent).constantFor(place, file) + ")"));
    }
    constraints(all);
    for (DefinedIndex index : table.indexes()) {
      all.add(IndexSource.of(index, place));
    }
    rowSecurity(all);
    for (DefinedPolicy policy : table.policies()) {
      all.add(PolicySource.of(policy));
    }
    for (DefinedGrant grant : table.grants()) {
      all.add(GrantSource.of(grant, place, file));
    }
    replicaIdentity(all);
    table.publications().forEach(member -> all.add(member(member)));
    if (table.partitioning() != null) {
      all.addAll(PartitionSource.of(table.partitioning(), place, file));
    }
    return all;
  }

  private void constraints(List<Chain> all) {
    DefinedKey primaryKey = table.primaryKey();
    if (primaryKey != null && !clauses.isOwn(primaryKey)) {
      all.add(KeySource.of("primaryKey", primaryKey, place));
    }
    for (DefinedKey unique : table.uniques()) {
      if (!clauses.isOwn(unique)) {
        all.add(KeySource.of("unique", unique, place));
      }
    }
    for (DefinedForeignKey key : table.foreignKeys()) {
      if (!clauses.isOwn(key)) {
        all.add(new ForeignKeySource(places, file, place).ofTable(key));
      }
    }
    for (DefinedCheck check : table.checks()) {
      if (check.name() != null) {
        all.add(KeySource.of(check, check.name()));
      }
    }
    for (DefinedExclusion exclusion : table.exclusions()) {
      all.add(KeySource.of(exclusion, place));
    }
  }

  private Chain member(DefinedPublication.Member member) {
    boolean isWhole = member.columns().isEmpty() && member.where() == null;
    if (isWhole && member.publication().equals(REALTIME)) {
      return new Chain("realtime()");
    }
    var chain = new Chain("publication(" + JavaText.quoted(member.publication()) + ")");
    if (!member.columns().isEmpty()) {
      chain.then("columns(" + TableClauses.fields(place, member.columns()) + ")");
    }
    if (member.where() != null) {
      chain.then("where", member.where().sql(SQLDialect.POSTGRES));
    }
    return chain;
  }

  private void rowSecurity(List<Chain> all) {
    if (table.rowSecurity() == RowSecurity.FORCED) {
      all.add(new Chain("forceRowSecurity()"));
    } else if (table.rowSecurity() == RowSecurity.ENABLED && table.policies().isEmpty()) {
      all.add(new Chain("rowSecurity()"));
    }
  }

  private void replicaIdentity(List<Chain> all) {
    switch (table.replicaIdentity()) {
      case ReplicaIdentity.Kind kind -> {
        switch (kind) {
          case DEFAULT -> {}
          case FULL -> all.add(new Chain("replicaIdentityFull()"));
          case NOTHING -> all.add(new Chain("replicaIdentityNothing()"));
        }
      }
      case ReplicaIdentity.Index index ->
          all.add(new Chain("replicaIdentityUsing(" + JavaText.quoted(index.name()) + ")"));
    }
  }
}
