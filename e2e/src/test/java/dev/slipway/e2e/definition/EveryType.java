package dev.slipway.e2e.definition;

import static dev.slipway.e2e.definition.Wide.WIDE;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import dev.slipway.schema.ValueType;
import dev.slipway.schema.value.Inet;
import dev.slipway.schema.value.Multirange;
import dev.slipway.schema.value.Point;
import dev.slipway.schema.value.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** A column of every type, and an array of every type that has one. */
final class EveryType extends TableDefinition {
  static final EveryType EVERY_TYPE = new EveryType();

  final Column<Long> id = bigint("id").generatedByDefaultAsIdentity().primaryKey();
  final Column<Short> tiny = smallserial("tiny");
  final Column<Long> large = bigserial("large");

  final Column<Short> smallint = smallint("smallint");
  final Column<Integer> integer = integer("integer");
  final Column<Long> bigint = bigint("bigint");
  final Column<BigDecimal> numeric = numeric("numeric");
  final Column<BigDecimal> money = numeric("money", 12, 2);
  final Column<Float> real = real("real");
  final Column<Double> doubled = doublePrecision("double precision");
  final Column<String> text = text("text");
  final Column<String> varchar = varchar("varchar");
  final Column<String> varchar10 = varchar("varchar(10)", 10);
  final Column<String> char3 = character("char(3)", 3);
  final Column<Boolean> bool = bool("boolean");
  final Column<byte[]> bytea = bytea("bytea");
  final Column<LocalDate> date = date("date");
  final Column<LocalTime> time = time("time");
  final Column<LocalTime> time3 = time("time(3)", 3);
  final Column<LocalDateTime> timestamp = timestamp("timestamp");
  final Column<LocalDateTime> timestamp0 = timestamp("timestamp(0)", 0);
  final Column<OffsetDateTime> timestamptz = timestamptz("timestamptz");
  final Column<OffsetDateTime> timestamptz3 = timestamptz("timestamptz(3)", 3);
  final Column<YearToSecond> interval = interval("interval");
  final Column<UUID> uuid = uuid("uuid");
  final Column<JSON> json = json("json");
  final Column<JSONB> jsonb = jsonb("jsonb");
  final Column<Level> level = enumeration("level", Level.class);
  final Column<String> inetText = custom("inet", "inet");
  final Column<OffsetTime> timetz = timetz();
  final Column<OffsetTime> timetz0 = timetz("timetz(0)", 0);
  final Column<Inet> inet = inet("inet typed");
  final Column<Inet> inet6 = inet();
  final Column<Inet> cidr = cidr();
  final Column<String> macaddr = macaddr();
  final Column<String> macaddr8 = macaddr8();
  final Column<XML> xml = xml();
  final Column<String> tsvector = tsvector();
  final Column<String> tsquery = tsquery();
  final Column<String> bit3 = bit(3);
  final Column<String> varbit = varbit();
  final Column<String> varbit9 = varbit(9);
  final Column<String> cash = money();
  final Column<Point> point = point();
  final Column<Range<Integer>> int4range = int4range();
  final Column<Range<Long>> int8range = int8range();
  final Column<Range<BigDecimal>> numrange = numrange();
  final Column<Range<LocalDate>> daterange = daterange();
  final Column<Range<LocalDateTime>> tsrange = tsrange();
  final Column<Range<OffsetDateTime>> tstzrange = tstzrange();
  final Column<Multirange<Integer>> int4multirange = int4multirange();
  final Column<Multirange<Long>> int8multirange = int8multirange();
  final Column<Multirange<BigDecimal>> nummultirange = nummultirange();
  final Column<Multirange<LocalDate>> datemultirange = datemultirange();
  final Column<Multirange<LocalDateTime>> tsmultirange = tsmultirange();
  final Column<Multirange<OffsetDateTime>> tstzmultirange = tstzmultirange();
  final Column<String> citext = citext();
  final Column<String> ltree = ltree();
  final Column<Map<String, @Nullable String>> hstore = hstore();
  final Column<String> cube = extensionType("cube", "cube");
  final Column<float[]> vector = vector("vector(3)", 3);
  final Column<String> email = domain(WIDE.email).defaultTo("a@b");
  final Column<String[]> words = domain(WIDE.words);
  final Column<BigDecimal> sharePrice = domain(WIDE.sharePrice);
  final Column<Parcel> parcel = composite(Parcel.class);
  final Column<Integer> percent =
      text("percent")
          .as(
              Integer.class,
              shown -> Integer.valueOf(shown.replace("%", "")),
              value -> value + "%");

  final Column<Short[]> smallints = smallint("smallint[]").array();
  final Column<Integer[]> integers = integer("integer[]").array();
  final Column<Long[]> bigints = bigint("bigint[]").array();
  final Column<BigDecimal[]> numerics = numeric("numeric[]", 12, 2).array();
  final Column<Float[]> reals = real("real[]").array();
  final Column<Double[]> doubles = doublePrecision("double precision[]").array();
  final Column<String[]> texts = text("text[]").array();
  final Column<String[]> varchars = varchar("varchar(10)[]", 10).array();
  final Column<Boolean[]> bools = bool("boolean[]").array();
  final Column<byte[][]> byteas = bytea("bytea[]").array();
  final Column<LocalDate[]> dates = date("date[]").array();
  final Column<LocalTime[]> times = time("time[]").array();
  final Column<LocalDateTime[]> timestamps = timestamp("timestamp[]").array();
  final Column<OffsetDateTime[]> timestamptzs = timestamptz("timestamptz[]").array();
  final Column<YearToSecond[]> intervals = interval("interval[]").array();
  final Column<UUID[]> uuids = uuid("uuid[]").array();
  final Column<JSON[]> jsons = json("json[]").array();
  final Column<JSONB[]> jsonbs = jsonb("jsonb[]").array();
  final Column<Level[]> levels = enumeration("level[]", Level.class).array();
  final Column<String[]> inets = custom("inet[]", "inet").array();

  final Column<OffsetTime[]> timetzs = timetz().array();
  final Column<Inet[]> inetsTyped = inet().array();
  final Column<XML[]> xmls = xml().array();
  final Column<String[]> bits = bit(3).array();
  final Column<Point[]> points = point().array();
  final Column<Range<Integer>[]> ranges = int4range().array();
  final Column<Multirange<LocalDate>[]> multiranges = datemultirange().array();
  final Column<Map<String, @Nullable String>[]> hstores = hstore().array();
  final Column<float[][]> vectors = column(ValueType.vector(2).array());
  final Column<String[]> emails = domain(WIDE.email).array();
  final Column<Parcel[]> parcels = composite(Parcel.class).array();

  final Column<Integer> doubledInteger = integer("twice").generatedAs("integer * 2");

  private EveryType() {
    super(WIDE, "every \"type\"");
  }
}
