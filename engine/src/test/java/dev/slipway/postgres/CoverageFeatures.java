package dev.slipway.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What PostgreSQL can say of an object beyond its kind, and the SQL by which a case shows it. */
final class CoverageFeatures {

  static final Map<String, Pattern> ALL = all();

  private CoverageFeatures() {}

  private static Map<String, Pattern> all() {
    Map<String, Pattern> features = new LinkedHashMap<>();
    put(features, "enum: value added", "alter type \\S+ add value");
    put(features, "enum: value renamed", "alter type \\S+ rename value");
    put(features, "enum: values removed or reordered", "type \\S+__old");
    put(features, "range: multirange named", "multirange_type_name");
    put(features, "sequence: owned by a column", "owned by");
    put(features, "sequence: unlogged", "create unlogged sequence");
    put(features, "table: unlogged", "create unlogged table");
    put(features, "table: storage parameters", "(with|set) \\((fillfactor|autovacuum)");
    put(features, "table: storage parameters of its overflow", "toast\\.");
    put(features, "table: partitioned by range", "partition by range");
    put(features, "table: partitioned by list", "partition by list");
    put(features, "table: partitioned by hash", "partition by hash");
    put(features, "table: default partition", "for values in .*default|partition \\S+ default");
    put(features, "table: attached and detached", "detach partition");
    put(features, "table: inheritance", "inherits? ");
    put(features, "table: of a composite type", "create table \\S+ of ");
    put(features, "table: row security", "enable row level security");
    put(features, "table: foreign", "create foreign table");
    put(features, "column: identity", "generated (always|by default) as identity");
    put(features, "column: generated, stored", "generated always as \\(.*\\) stored");
    put(features, "column: generated, virtual (18)", "virtual");
    put(features, "column: collation", "collate ");
    put(features, "column: storage", "set storage|storage (external|main|plain|extended)");
    put(features, "column: compression", "compression ");
    put(features, "column: statistics target", "set statistics");
    put(features, "column: order told, not changed", "(?!)|column/order");
    put(features, "primary key", "primary key");
    put(features, "unique: nulls not distinct", "nulls not distinct");
    put(features, "unique: deferrable", "unique \\(.*\\) deferrable");
    put(features, "unique: include", "unique \\([^)]*\\) include");
    put(features, "unique: without overlaps (18)", "without overlaps");
    put(features, "foreign key: not valid", "references .* not valid");
    put(features, "foreign key: match full", "match full");
    put(features, "foreign key: deferrable", "references .* deferrable");
    put(features, "foreign key: set null of some columns", "on delete set null \\(");
    put(features, "foreign key: period (18)", "period \\S+\\) references");
    put(features, "check: no inherit", "no inherit");
    put(features, "check: not valid", "check \\(.*\\) not valid");
    put(features, "check: not enforced (18)", "not enforced");
    put(features, "not null: named (18)", "constraint \\S+ not null");
    put(features, "exclusion", "exclude using");
    put(features, "index: expressions", "create (unique )?index \\S+ on [^(]*\\(\\(|\\(lower\\(");
    put(features, "index: partial", "create (unique )?index .* where ");
    put(features, "index: include", "create (unique )?index .* include ");
    put(features, "index: on a partitioned table", "alter index \\S+ attach partition");
    put(features, "index: on a materialized view", "index of_m ");
    put(features, "index: clustered", "cluster on");
    put(features, "index: as replica identity", "replica identity using index");
    put(features, "view: security_invoker", "security_invoker");
    put(features, "view: check option", "check[_ ]option");
    put(features, "view: replaced in place", "plan/view/replaced$");
    put(features, "view: replaced in place, with more columns", "plan/view/replaced_with_more");
    put(features, "view: materialized", "create materialized view");
    put(features, "routine: overloaded", "overloaded");
    put(features, "routine: defaults", "default_changed");
    put(features, "routine: out arguments and tables", "returns table");
    put(features, "routine: attributes", "leakproof");
    put(features, "routine: settings", "\n set search_path to");
    put(features, "routine: SQL-standard body", "begin atomic");
    put(features, "routine: procedure", "create or replace procedure");
    put(features, "routine: window function", " window\n");
    put(features, "routine: body names what comes later", "body_names_a_later_table");
    put(features, "aggregate: of ordered sets", "order by anyelement");
    put(features, "aggregate: hypothetical", "hypothetical");
    put(features, "aggregate: moving", "msfunc");
    put(features, "operator: only declared", "drop operator if exists");
    put(features, "operator family: loose members", "alter operator family \\S+ .* add\n");
    put(features, "trigger: constraint", "create constraint trigger");
    put(features, "trigger: transition tables", "referencing (old|new) table");
    put(features, "trigger: instead of", "instead of");
    put(features, "trigger: enabled state", "enable replica trigger");
    put(features, "policy: restrictive", "as restrictive");
    put(features, "grant: on columns", "grant (select|update|insert) \\(");
    put(features, "grant: with grant option", "with grant option");
    put(
        features,
        "grant: on the sequence of an identity",
        "grant to \\S+ on the sequence of column");
    put(features, "publication: row filter and columns", "publication \\S+ .*table .* where");
    return features;
  }

  private static void put(Map<String, Pattern> features, String words, String sql) {
    features.put(words, Pattern.compile(sql, Pattern.CASE_INSENSITIVE));
  }
}
