package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for two rows that an exclusion constraint refuses where no order of the rows brings them
 * together: each row is compared with all behind it. That takes the square of their number, so it
 * ends after a while; what it did not find by then is left to the building of the index.
 *
 * <p>An anonymous block may run in a transaction that writes nothing (manual, DO; SET TRANSACTION).
 */
final class ConflictSearch {

  private static final int SECONDS = 30;

  /** So many pairs are remembered. */
  private static final int SAMPLES = 5;

  private ConflictSearch() {}

  /**
   * The question.
   *
   * @param values what is shown of a row, as SQL: the key and the elements
   * @param labels what these are called in the answer
   * @param conflict by which operators the elements, the last of the values, are compared
   * @param where which rows count; empty for all
   */
  static RowCheck of(
      ObjectId constraint,
      ObjectId table,
      String demand,
      List<String> values,
      List<String> labels,
      List<String> conflict,
      String where) {
    int keys = values.size() - conflict.size();
    String shown =
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) + " as slipway_v" + i)
            .collect(Collectors.joining(", "));
    String conflicts =
        IntStream.range(0, conflict.size())
            .mapToObj(i ->
                "slipway_one.slipway_v%d %s %s"
                    .formatted(keys + i, conflict.get(i), values.get(keys + i)))
            .collect(Collectors.joining(" and "));
    String pair =
        IntStream.range(0, values.size())
            .mapToObj(i ->
                "%s, slipway_one.slipway_v%3$d::text, %s, slipway_other.slipway_v%3$d::text"
                    .formatted(
                        Quoting.literal(labels.get(i)),
                        Quoting.literal("other " + labels.get(i)),
                        i))
            .collect(Collectors.joining(", "));
    String name = Quoting.qualified(table);
    String block =
        """
        #variable_conflict use_column
        declare
          slipway_one record;
          slipway_other record;
          slipway_refused bigint := 0;
          slipway_samples jsonb := '[]';
          slipway_end timestamptz := pg_catalog.clock_timestamp() + interval '%d seconds';
        begin
          for slipway_one in select tableoid as slipway_part, ctid as slipway_place, %s from %s%s loop
            exit when pg_catalog.clock_timestamp() > slipway_end;
            for slipway_other in select %s from %s where %s(tableoid, ctid) > (slipway_one.slipway_part, slipway_one.slipway_place) and %s loop
              slipway_refused := slipway_refused + 1;
              if slipway_refused <= %d then
                slipway_samples := slipway_samples || pg_catalog.jsonb_build_object(%s);
              end if;
            end loop;
          end loop;
          perform pg_catalog.set_config('slipway.refused', slipway_refused::text, true);
          perform pg_catalog.set_config('slipway.samples', slipway_samples::text, true);
        end
        """
            .formatted(
                SECONDS,
                shown,
                name,
                where.isEmpty() ? "" : " where " + where,
                shown,
                name,
                where.isEmpty() ? "" : "(" + where + ") and ",
                conflicts,
                SAMPLES,
                pair);
    String columns =
        labels.stream()
            .flatMap(label -> List.of(label, "other " + label).stream())
            .map(label ->
                "sample ->> " + Quoting.literal(label) + " as " + Quoting.identifier(label))
            .collect(Collectors.joining(", "));
    return new RowCheck(
        constraint,
        List.of(table),
        demand + ", as far as " + SECONDS + " s allow to look",
        "do " + Quoting.literal(block),
        "select pg_catalog.current_setting('slipway.refused')::bigint",
        "select "
            + columns
            + " from pg_catalog.jsonb_array_elements("
            + "pg_catalog.current_setting('slipway.samples')::jsonb) as sample");
  }
}
