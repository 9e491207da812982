package dev.slipway.postgres;

import dev.slipway.dialect.RowSampling;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.TableSample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Samples by {@code TABLESAMPLE} (manual: SELECT). It stands behind the table's alias where the
 * question names the table first; where it names it again, as a key that points at its own table
 * does, all rows are meant.
 */
final class PostgresRowSampling implements RowSampling {

  private static final Pattern ALIAS = Pattern.compile("\\G as [a-z_]+");

  @Override
  public @Nullable RowCheck of(RowCheck check, TableSample sample) {
    String name = Quoting.qualified(sample.table());
    String trySql = check.trySql();
    if (trySql != null) {
      // the block is a literal
      String text = Quoting.literal(name);
      String tried = sampled(trySql, text.substring(1, text.length() - 1), sample);
      return tried == null ? null : with(check, tried, check.countSql(), check.sampleSql());
    }
    String count = sampled(check.countSql(), name, sample);
    String rows = sampled(check.sampleSql(), name, sample);
    return count == null || rows == null ? null : with(check, null, count, rows);
  }

  private static RowCheck with(
      RowCheck check, @Nullable String trySql, String countSql, String sampleSql) {
    return new RowCheck(check.on(), check.reads(), check.demand(), trySql, countSql, sampleSql);
  }

  private static @Nullable String sampled(String sql, String table, TableSample sample) {
    String from = " from " + table;
    int place = sql.indexOf(from);
    while (place >= 0 && !isWhole(sql, place + from.length())) {
      place = sql.indexOf(from, place + 1);
    }
    if (place < 0) {
      return null;
    }
    int end = place + from.length();
    Matcher alias = ALIAS.matcher(sql);
    end = alias.find(end) ? alias.end() : end;
    return sql.substring(0, end) + clause(sample) + sql.substring(end);
  }

  /** Whether a name ends here, and is not the beginning of a longer one. */
  private static boolean isWhole(String sql, int end) {
    return end == sql.length() || sql.charAt(end) == ' ' || sql.charAt(end) == ')';
  }

  @Override
  public String countSql(TableSample sample) {
    return "select count(*) from "
        + Quoting.qualified(sample.table())
        + (sample.isWhole() ? "" : clause(sample));
  }

  private static String clause(TableSample sample) {
    return " tablesample pg_catalog."
        + (sample.byPages() ? "system" : "bernoulli")
        + " ("
        + new BigDecimal(sample.percent(), new MathContext(9)).toPlainString()
        + ") repeatable ("
        + sample.seed()
        + ")";
  }
}
