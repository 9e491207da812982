package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Sample;
import dev.slipway.plan.TableSample;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows a sample is of, and where a question says so. */
class SamplingTest {

  private static final ObjectId NOTE = ObjectId.of(Kind.TABLE, "public", "note");
  private static final String CLAUSE = " tablesample pg_catalog.bernoulli (5) repeatable (7)";

  private final PostgresRowSampling sampling = new PostgresRowSampling();

  @ParameterizedTest
  @CsvSource({
    "1%, 20000, 1",
    "0.5%, 1000000, 0.5",
    "1%, 10000, 100",
    "5000, 20000, 25",
    "30000, 20000, 100"
  })
  void should_take_a_part_of_large_tables(String text, long rows, double percent) {
    Sample sample = Objects.requireNonNull(Sample.parse(text, 1));

    assertThat(sample.percentOf(rows)).isEqualTo(percent);
    assertThat(sample.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0%", "101%", "0", "-1", "some", "1.5", "%", "99999999999999999999"})
  void should_refuse_what_is_no_sample(String text) {
    assertThat(Sample.parse(text, 1)).isNull();
  }

  @Test
  void should_sample_the_first_place_behind_its_alias() {
    RowCheck orphans =
        check(
            null,
            "select count(*) from public.note as child where not exists"
                + " (select from public.note as parent where parent.id = child.of)");

    assertThat(asked(orphans).countSql())
        .isEqualTo(
            "select count(*) from public.note as child"
                + CLAUSE
                + " where not exists"
                + " (select from public.note as parent where parent.id = child.of)");
  }

  @Test
  void should_not_take_a_longer_name_for_the_table() {
    RowCheck other = check(null, "select count(*) from public.note_old where x");

    assertThat(sampling.of(other, part())).isNull();
  }

  @Test
  void should_sample_within_a_block_that_is_a_literal() {
    RowCheck tried =
        check("do 'for row in select 1 from public.note as tried where true loop'", "select 0");

    assertThat(asked(tried).trySql())
        .isEqualTo(
            "do 'for row in select 1 from public.note as tried" + CLAUSE + " where true loop'");
  }

  private RowCheck asked(RowCheck check) {
    return Objects.requireNonNull(sampling.of(check, part()));
  }

  private static TableSample part() {
    return new TableSample(NOTE, 5, /* byPages= */ false, 7);
  }

  private static RowCheck check(@Nullable String trySql, String sql) {
    return new RowCheck(NOTE, List.of(NOTE), "it holds", trySql, sql, sql);
  }
}
