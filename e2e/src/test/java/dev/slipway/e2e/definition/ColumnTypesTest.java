package dev.slipway.e2e.definition;

import static dev.slipway.e2e.definition.EveryType.EVERY_TYPE;
import static dev.slipway.e2e.definition.Wide.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.schema.Column;
import dev.slipway.schema.value.Inet;
import dev.slipway.schema.value.Multirange;
import dev.slipway.schema.value.Point;
import dev.slipway.schema.value.Range;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each value comes back as it was sent, as a bind value, inlined, and as a condition. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {15, 18})
class ColumnTypesTest {

  private static final Path PROJECT = Path.of(System.getProperty("slipway.project.root", ".."));

  private static @Nullable DefinitionDatabase open;

  @Parameter int version;

  private final DSLContext db = database().jooq();

  @BeforeParameterizedClassInvocation
  static void load(int version) throws SQLException {
    open =
        DefinitionDatabase.of(
            version,
            List.of(PROJECT.resolve("e2e/src/test/resources/definition/vector.sql")),
            List.of(),
            List.of(WIDE),
            List.of(EVERY_TYPE));
  }

  @AfterParameterizedClassInvocation
  static void close() throws SQLException {
    database().close();
  }

  private static DefinitionDatabase database() {
    DefinitionDatabase present = open;
    if (present == null) {
      throw new AssertionError("no database was made");
    }
    return present;
  }

  /**
   * A column and a value for it.
   *
   * @param comparable whether PostgreSQL has an equality for the type
   */
  record Case<T>(Column<T> column, T value, boolean comparable) {

    @Override
    public String toString() {
      return column.getName();
    }
  }

  private static <T> Case<T> of(Column<T> column, T value) {
    return new Case<>(column, value, true);
  }

  static Stream<Case<?>> cases() {
    var t = EVERY_TYPE;
    var day = LocalDate.of(2028, 2, 29);
    var time = LocalTime.of(23, 59, 59, 123_456_000);
    var moment = OffsetDateTime.of(2028, 2, 29, 1, 2, 3, 456_789_000, ZoneOffset.ofHours(-5));
    var span =
        new YearToSecond(
            new YearToMonth(1, 2),
            DayToSecond.valueOf(Duration.ofDays(3).plusHours(4).plusMillis(5_006)));
    var uuid = UUID.fromString("00000000-0000-4000-8000-0123456789ab");
    String text = "it's \\ \"quoted\" {x} ? :y ü 💬\n\t$1 -- /* */";
    Map<String, @Nullable String> pairs = new LinkedHashMap<>();
    pairs.put(text, null);
    pairs.put("", text);
    pairs.put("NULL", "NULL");
    var parcel =
        new Parcel(
            text,
            -1,
            new BigDecimal("1.50"),
            false,
            uuid,
            day,
            time,
            LocalDateTime.of(day, time),
            moment,
            span,
            Level.HIGH,
            new Parcel.Size(1.5, null),
            Arrays.asList(text, null, "", "{(\"'"),
            new byte[] {0, -1},
            Range.closedOpen(1, 3));
    var nothing =
        new Parcel(
            "", null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    return Stream.of(
        of(t.tiny, Short.MAX_VALUE),
        of(t.large, Long.MAX_VALUE),
        of(t.smallint, Short.MIN_VALUE),
        of(t.integer, 1_073_741_823),
        of(t.bigint, Long.MIN_VALUE),
        of(t.numeric, new BigDecimal("123456789012345678901234567890.000000000012345")),
        of(t.money, new BigDecimal("-9999999999.99")),
        of(t.real, 3.4028235e38f),
        of(t.doubled, Double.MIN_VALUE),
        of(t.text, text),
        of(t.varchar, ""),
        of(t.varchar10, "1234567890"),
        of(t.char3, "a  "),
        of(t.bool, true),
        of(t.bytea, new byte[] {0, -1, 92, 39, 127}),
        of(t.date, day),
        of(t.time, time),
        of(t.time3, LocalTime.of(1, 2, 3, 4_000_000)),
        of(t.timestamp, LocalDateTime.of(day, time)),
        of(t.timestamp0, LocalDateTime.of(day, LocalTime.MIDNIGHT)),
        of(t.timestamptz, moment),
        of(t.timestamptz3, moment.withNano(1_000_000)),
        of(t.interval, span),
        of(t.uuid, uuid),
        new Case<>(t.json, JSON.valueOf("{\"b\": 1,  \"a\": [null, \"ü\"]}"), false),
        of(t.jsonb, JSONB.valueOf("{\"a\": [null, \"it's ?\"], \"b\": 1}")),
        of(t.level, Level.HIGH),
        of(t.inetText, "192.168.0.0/24"),
        of(t.timetz, OffsetTime.of(time, ZoneOffset.ofHoursMinutes(5, 45))),
        of(t.timetz0, OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC)),
        of(t.inet, Inet.parse("10.1.2.3/8")),
        of(t.inet6, Inet.parse("::ffff:1.2.3.4")),
        of(t.cidr, Inet.parse("2001:db8::/32")),
        of(t.macaddr, "08:00:2b:01:02:03"),
        of(t.macaddr8, "08:00:2b:01:02:03:04:05"),
        new Case<>(t.xml, XML.valueOf("<a b=\"it's\">ü ?</a>"), false),
        of(t.tsvector, "'a':1 'it''s':2"),
        of(t.tsquery, "'a' & !'b'"),
        of(t.bit3, "101"),
        of(t.varbit, "1"),
        of(t.varbit9, "000000001"),
        of(t.cash, "-$1,000.50"),
        new Case<>(t.point, new Point(-1.5, 1e300), false),
        of(t.int4range, Range.closedOpen(-1, 3)),
        of(t.int8range, Range.from(Long.MIN_VALUE)),
        of(t.numrange, Range.of(new BigDecimal("-1.50"), false, new BigDecimal("2"), true)),
        of(t.daterange, Range.below(day)),
        of(t.tsrange, Range.closed(LocalDateTime.of(day, time), LocalDateTime.of(day, time))),
        of(t.tstzrange, Range.all()),
        of(t.int4multirange, Multirange.of(Range.closedOpen(1, 2), Range.from(5))),
        of(t.int8multirange, Multirange.of()),
        of(t.nummultirange, Multirange.of(Range.closed(BigDecimal.ONE, BigDecimal.TEN))),
        of(t.datemultirange, Multirange.of(Range.below(day))),
        of(
            t.tsmultirange,
            Multirange.of(
                Range.closedOpen(day.atStartOfDay(), day.atTime(1, 0)),
                Range.from(day.atTime(2, 0)))),
        of(t.tstzmultirange, Multirange.of(Range.all())),
        of(t.citext, text),
        of(t.ltree, "top.science"),
        of(t.hstore, pairs),
        of(t.cube, "(1, 2, 3)"),
        new Case<>(t.vector, new float[] {1, -2.5f, 1e-7f}, false),
        of(t.email, "a@b.example"),
        of(t.words, new String[] {text, null, "a,b"}),
        of(t.sharePrice, new BigDecimal("1.2500")),
        new Case<>(t.parcel, parcel, false),
        of(t.percent, 99),
        of(t.smallints, new Short[] {1, -2}),
        of(t.integers, new Integer[] {1, null, 3}),
        of(t.bigints, new Long[] {Long.MAX_VALUE}),
        of(t.numerics, new BigDecimal[] {new BigDecimal("1.10")}),
        of(t.reals, new Float[] {1.5f}),
        of(t.doubles, new Double[] {0.1, -0.25}),
        of(t.texts, new String[] {text, "", "NULL", null, "a,b"}),
        of(t.varchars, new String[] {"x"}),
        of(t.bools, new Boolean[] {true, false}),
        of(t.byteas, new byte[][] {{0, 1}, {}}),
        of(t.dates, new LocalDate[] {day}),
        of(t.times, new LocalTime[] {time}),
        of(t.timestamps, new LocalDateTime[] {LocalDateTime.of(day, time)}),
        of(t.timestamptzs, new OffsetDateTime[] {moment}),
        of(t.intervals, new YearToSecond[] {span}),
        of(t.uuids, new UUID[] {uuid}),
        new Case<>(t.jsons, new JSON[] {JSON.valueOf("{\"a\":  \"b\"}")}, false),
        of(t.jsonbs, new JSONB[] {JSONB.valueOf("{\"a\": \"b\"}")}),
        of(t.levels, new Level[] {Level.HIGH, Level.LOW}),
        of(t.inets, new String[] {"10.0.0.1", "::1"}),
        of(t.timetzs, new OffsetTime[] {OffsetTime.of(time, ZoneOffset.ofHours(-5)), null}),
        of(t.inetsTyped, new Inet[] {Inet.parse("10.0.0.1"), Inet.parse("::1/64")}),
        new Case<>(t.xmls, new XML[] {XML.valueOf("<a>\"</a>")}, false),
        of(t.bits, new String[] {"101", null}),
        new Case<>(t.points, new Point[] {new Point(0, 1), null}, false),
        of(t.ranges, ranges(Range.closedOpen(1, 2), Range.empty())),
        of(t.multiranges, ranges(Multirange.of(Range.below(day)))),
        of(t.hstores, maps(pairs)),
        new Case<>(t.vectors, new float[][] {{1, 2}, {3, 4}}, false),
        of(t.emails, new String[] {"a@b", text + "@"}),
        new Case<>(t.parcels, new Parcel[] {parcel, null, nothing}, false));
  }

  @Test
  void should_have_a_case_for_every_column() {
    assertThat(cases().map(each -> each.column().getName()))
        .containsExactlyElementsOf(
            Stream.of(EVERY_TYPE.fields())
                .map(org.jooq.Field::getName)
                .filter(name -> !List.of("id", "twice").contains(name))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  <T> void should_return_a_value_as_it_was_sent(Case<T> each) {
    T returned =
        db.insertInto(EVERY_TYPE)
            .set(each.column(), each.value())
            .returningResult(each.column())
            .fetchSingle()
            .value1();

    assertSame(returned, each.value());
  }

  @ParameterizedTest
  @MethodSource("cases")
  <T> void should_inline_a_value(Case<T> each) {
    Long id =
        db.insertInto(EVERY_TYPE)
            .set(each.column(), org.jooq.impl.DSL.inline(each.value(), each.column()))
            .returningResult(EVERY_TYPE.id)
            .fetchSingle()
            .value1();

    assertSame(db.fetchSingle(EVERY_TYPE, EVERY_TYPE.id.eq(id)).get(each.column()), each.value());
  }

  @ParameterizedTest
  @MethodSource("cases")
  <T> void should_find_a_row_by_a_value(Case<T> each) {
    Long id =
        db.insertInto(EVERY_TYPE)
            .set(each.column(), each.value())
            .returningResult(EVERY_TYPE.id)
            .fetchSingle()
            .value1();

    if (each.comparable()) {
      assertThat(
              db.fetchCount(EVERY_TYPE, EVERY_TYPE.id.eq(id).and(each.column().eq(each.value()))))
          .isEqualTo(1);
    }
    assertThat(db.fetchCount(EVERY_TYPE, EVERY_TYPE.id.eq(id).and(each.column().isNotNull())))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  <T> void should_keep_null_apart_from_every_value(Case<T> each) {
    if (!each.column().getDataType().nullable() || each.column().equals(EVERY_TYPE.email)) {
      return;
    }

    T returned =
        db.insertInto(EVERY_TYPE)
            .set(each.column(), (T) null)
            .returningResult(each.column())
            .fetchSingle()
            .value1();

    assertThat(returned).isNull();
  }

  @Test
  void should_compute_a_generated_column() {
    assertThat(
            db.insertInto(EVERY_TYPE)
                .set(EVERY_TYPE.integer, 21)
                .returningResult(EVERY_TYPE.doubledInteger)
                .fetchSingle()
                .value1())
        .isEqualTo(42);
  }

  @Test
  void should_count_up_where_nothing_is_said() {
    var first = db.insertInto(EVERY_TYPE).defaultValues().returning().fetchSingle();
    var second = db.insertInto(EVERY_TYPE).defaultValues().returning().fetchSingle();

    assertThat(second.get(EVERY_TYPE.id)).isEqualTo(first.get(EVERY_TYPE.id) + 1);
    assertThat(second.get(EVERY_TYPE.tiny)).isEqualTo((short) (first.get(EVERY_TYPE.tiny) + 1));
    assertThat(second.get(EVERY_TYPE.large)).isEqualTo(first.get(EVERY_TYPE.large) + 1);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is what is wanted
  private static <T> T[] ranges(T... values) {
    return values;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is what is wanted
  private static Map<String, @Nullable String>[] maps(Map<String, @Nullable String>... values) {
    return values;
  }

  private static <T> void assertSame(@Nullable T actual, T expected) {
    if (actual instanceof OffsetDateTime moment && expected instanceof OffsetDateTime other) {
      assertThat(moment.toInstant()).isEqualTo(other.toInstant());
    } else if (actual instanceof OffsetDateTime[] moments
        && expected instanceof OffsetDateTime[] others) {
      assertThat(Stream.of(moments).map(OffsetDateTime::toInstant))
          .containsExactlyElementsOf(Stream.of(others).map(OffsetDateTime::toInstant).toList());
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }
}
