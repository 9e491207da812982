package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Rule;
import dev.slipway.catalog.Trigger;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rewrite rules as SQL (manual: CREATE RULE, ALTER TABLE … ENABLE RULE). */
final class RuleSql implements ObjectSql<Rule> {

  @Override
  public String systemCatalog() {
    return "pg_rewrite";
  }

  @Override
  public String target(ObjectId id) {
    return "rule " + Quoting.name(id) + " on " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Rule rule, List<DatabaseObject> within) {
    var statements = new ArrayList<Statement>();
    statements.add(tell(rule.definition(), rule.relation()));
    if (rule.enabled() != Trigger.Enabled.ORIGIN) {
      statements.add(enable(rule));
    }
    return statements;
  }

  @Override
  public List<Statement> drop(Rule rule) {
    return List.of(tell("drop " + target(rule.id()), rule.relation()));
  }

  @Override
  public Alteration alter(Rule before, Rule after, Catalog from, Catalog to) {
    return before.definition().equals(after.definition())
        ? new Alteration.InPlace(List.of(enable(after)), false)
        : new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    ObjectId relation = catalog.find(from) instanceof Rule rule ? rule.relation() : Tables.of(from);
    return List.of(tell("alter " + target(from) + " rename to " + Quoting.name(to), relation));
  }

  private static Statement enable(Rule rule) {
    return tell(
        "alter table "
            + Quoting.qualified(rule.id())
            + " "
            + Enabling.words(rule.enabled(), "rule ")
            + Quoting.name(rule.id()),
        rule.relation());
  }

  private static Statement tell(String sql, ObjectId relation) {
    return Statement.of(sql, new Lock(LockMode.ACCESS_EXCLUSIVE, relation));
  }
}
