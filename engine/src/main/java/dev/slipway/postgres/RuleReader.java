package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Rule;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads rewrite rules, but for those behind views. */
final class RuleReader implements ObjectReader {

  private static final String RULES =
      """
      select r.oid::bigint as oid, r.ev_class::bigint as relation_oid, r.rulename,
             pg_catalog.pg_get_ruledef(r.oid) as definition, r.ev_enabled as enabled
        from pg_catalog.pg_rewrite r
       where r.rulename <> '_RETURN' and r.oid >= %d
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        RULES,
        row -> {
          ObjectId relation = reading.at("pg_class", row.getLong("relation_oid"), 0);
          if (relation != null && (relation.kind() == Kind.TABLE || relation.kind() == Kind.VIEW)) {
            String definition = row.getString("definition");
            reading.add(
                new Rule(
                    ObjectId.of(
                        Kind.RULE, relation.schema(), relation.name(), row.getString("rulename")),
                    relation,
                    definition.endsWith(";")
                        ? definition.substring(0, definition.length() - 1)
                        : definition,
                    SystemQuery.enabled(row, "enabled")),
                new Address("pg_rewrite", row.getLong("oid"), 0));
          }
        });
  }
}
