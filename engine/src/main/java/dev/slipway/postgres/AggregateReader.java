package dev.slipway.postgres;

import dev.slipway.catalog.Aggregate;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads aggregates of all forms, also those that are windows' or of ordered sets. */
final class AggregateReader implements ObjectReader {

  private static final String AGGREGATES =
      """
      select p.oid::bigint as oid, n.nspname,
             p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' as signature,
             pg_catalog.pg_get_function_arguments(p.oid) as arguments,
             pg_catalog.pg_get_function_result(p.oid) as result,
             p.proparallel as parallel, a.aggkind as form,
             pg_catalog.format_type(a.aggtranstype, null) as stype, a.aggtransspace as sspace,
             nullif(pg_catalog.format_type(nullif(a.aggmtranstype, 0), null), '-') as mstype,
             a.aggmtransspace as msspace,
             a.aggtransfn::text as sfunc, a.aggfinalfn::text as finalfunc,
             a.aggcombinefn::text as combinefunc, a.aggserialfn::text as serialfunc,
             a.aggdeserialfn::text as deserialfunc, a.aggmtransfn::text as msfunc,
             a.aggminvtransfn::text as minvfunc, a.aggmfinalfn::text as mfinalfunc,
             a.aggfinalextra as finalextra, a.aggmfinalextra as mfinalextra,
             a.aggfinalmodify as finalmodify, a.aggmfinalmodify as mfinalmodify,
             a.agginitval as initcond, a.aggminitval as minitcond,
             case when o.oid is not null
                  then pg_catalog.format('operator(%%I.%%s)', on_.nspname, o.oprname) end as sortop
        from pg_catalog.pg_aggregate a
        join pg_catalog.pg_proc p on p.oid = a.aggfnoid
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        left join pg_catalog.pg_operator o on o.oid = a.aggsortop
        left join pg_catalog.pg_namespace on_ on on_.oid = o.oprnamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        AGGREGATES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new Aggregate(
                    ObjectId.of(Kind.AGGREGATE, schema, row.getString("signature")),
                    row.getString("arguments"),
                    row.getString("result"),
                    row.getString("form").equals("h"),
                    options(row)),
                new Address("pg_proc", row.getLong("oid"), 0));
          }
        });
  }

  private static List<String> options(ResultSet row) throws SQLException {
    String modifiesByDefault = row.getString("form").equals("n") ? "r" : "w";
    var options = new ArrayList<String>();
    add(options, row, "sfunc");
    add(options, "stype", row.getString("stype"));
    addSpace(options, row, "sspace");
    addFinal(options, row, "final", modifiesByDefault);
    add(options, row, "combinefunc");
    add(options, row, "serialfunc");
    add(options, row, "deserialfunc");
    addText(options, row, "initcond");
    add(options, row, "msfunc");
    add(options, row, "minvfunc");
    add(options, "mstype", row.getString("mstype"));
    addSpace(options, row, "msspace");
    addFinal(options, row, "mfinal", modifiesByDefault);
    addText(options, row, "minitcond");
    add(options, "sortop", row.getString("sortop"));
    switch (row.getString("parallel")) {
      case "s" -> options.add("parallel = safe");
      case "r" -> options.add("parallel = restricted");
      default -> {}
    }
    return options;
  }

  /** What is done last, whether it sees all arguments, and whether it changes the state. */
  private static void addFinal(
      List<String> options, ResultSet row, String prefix, String modifiesByDefault)
      throws SQLException {
    String function = row.getString(prefix + "func");
    if (function.equals("-")) {
      return;
    }
    add(options, prefix + "func", function);
    if (row.getBoolean(prefix + "extra")) {
      options.add(prefix + "func_extra");
    }
    String modifies = row.getString(prefix + "modify");
    if (!modifies.equals(modifiesByDefault)) {
      String word =
          switch (modifies) {
            case "r" -> "read_only";
            case "s" -> "shareable";
            case "w" -> "read_write";
            default -> throw new IllegalStateException("pg_aggregate.aggfinalmodify " + modifies);
          };
      options.add(prefix + "func_modify = " + word);
    }
  }

  private static void add(List<String> options, ResultSet row, String name) throws SQLException {
    add(options, name, row.getString(name));
  }

  /** The server prints a dash for no function. */
  private static void add(List<String> options, String name, @Nullable String value) {
    if (value != null && !value.equals("-")) {
      options.add(name + " = " + value);
    }
  }

  private static void addSpace(List<String> options, ResultSet row, String name)
      throws SQLException {
    if (row.getInt(name) != 0) {
      options.add(name + " = " + row.getInt(name));
    }
  }

  private static void addText(List<String> options, ResultSet row, String name)
      throws SQLException {
    String text = row.getString(name);
    if (text != null) {
      options.add(name + " = " + Quoting.literal(text));
    }
  }
}
