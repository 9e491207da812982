package dev.slipway.postgres;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the constraints of tables; the index behind a primary key, unique or exclusion constraint
 * counts as the constraint itself.
 */
final class ConstraintReader implements ObjectReader {

  private static final String NOT_VALID = " NOT VALID";
  private static final String NOT_ENFORCED = " NOT ENFORCED";

  /** Only since version 18 a constraint may not be enforced. */
  private static String sql(int serverVersion) {
    return """
    select k.oid::bigint, n.nspname, c.relname, k.conname, k.contype, k.convalidated, %s as enforced,
           pg_catalog.pg_get_constraintdef(k.oid) as definition,
           case when k.contype <> 'f' then k.conindid::bigint end as index,
           %s as columns,
           (k.coninhcount > 0 and not k.conislocal and not c.relispartition) as inherited,
           (select x.reloptions from pg_catalog.pg_class x
             where x.oid = k.conindid and k.contype in ('p', 'u', 'x')) as options,
           fn.nspname as referencedschema, f.relname as referencedtable,
           %s as referencedcolumns
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid and c.relkind in ('r', 'p', 'f')
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_class f on f.oid = k.confrelid
      left join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
     where k.contype in ('p', 'u', 'c', 'f', 'x')
       and (k.contype <> 'f' or k.conparentid = 0)
       and %s
    """
        .formatted(
            serverVersion < 18 ? "true" : "k.conenforced",
            names("k.conkey", "k.conrelid"),
            names("k.confkey", "k.confrelid"),
            SystemQuery.USER_SCHEMA);
  }

  /** The names of columns by their numbers; most often of one, which is found at less cost. */
  private static String names(String numbers, String relation) {
    return """
    case when pg_catalog.cardinality(%1$s) = 1
         then array(select a.attname::text from pg_catalog.pg_attribute a
                     where a.attrelid = %2$s and a.attnum = %1$s[1] and a.attnum <> 0)
         when %1$s is not null
         then array(select a.attname::text
                      from pg_catalog.unnest(%1$s) with ordinality u(attnum, place)
                      join pg_catalog.pg_attribute a
                        on a.attrelid = %2$s and a.attnum = u.attnum
                     order by u.place)
    end\
    """
        .formatted(numbers, relation);
  }

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        sql(reading.serverVersion()),
        row -> {
          if (reading.reads(row.getString("nspname"))) {
            Constraint constraint = constraint(row);
            reading.add(constraint, new Reading.Address("pg_constraint", row.getLong("oid"), 0));
            long index = row.getLong("index");
            if (index != 0) {
              reading.alias(new Reading.Address("pg_class", index, 0), constraint.id());
            }
          }
        });
  }

  private static Constraint constraint(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    boolean validated = row.getBoolean("convalidated");
    boolean enforced = row.getBoolean("enforced");
    String state = enforced ? NOT_VALID : NOT_ENFORCED;
    if (!validated && definition.endsWith(state)) {
      definition = definition.substring(0, definition.length() - state.length());
    }
    return new Constraint(
        ObjectId.of(
            Kind.CONSTRAINT,
            row.getString("nspname"),
            row.getString("relname"),
            row.getString("conname")),
        type(row.getString("contype")),
        definition,
        SystemQuery.texts(row, "columns"),
        referenced(row),
        SystemQuery.texts(row, "referencedcolumns"),
        validated,
        row.getBoolean("inherited"),
        SystemQuery.texts(row, "options"),
        !enforced);
  }

  private static @Nullable ObjectId referenced(ResultSet row) throws SQLException {
    String table = row.getString("referencedtable");
    return table == null ? null : ObjectId.of(Kind.TABLE, row.getString("referencedschema"), table);
  }

  private static Constraint.Type type(String contype) {
    return switch (contype) {
      case "p" -> Constraint.Type.PRIMARY_KEY;
      case "u" -> Constraint.Type.UNIQUE;
      case "c" -> Constraint.Type.CHECK;
      case "f" -> Constraint.Type.FOREIGN_KEY;
      case "x" -> Constraint.Type.EXCLUSION;
      default -> throw new IllegalStateException("unknown type of constraint " + contype);
    };
  }
}
