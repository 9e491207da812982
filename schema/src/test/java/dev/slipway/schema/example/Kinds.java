package dev.slipway.schema.example;

import dev.slipway.schema.Column;
import dev.slipway.schema.DatabaseEnum;
import dev.slipway.schema.TableDefinition;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jooq.types.YearToSecond;

/** A column of each kind, each with a default, and an array of most. */
public final class Kinds extends TableDefinition {
  public static final Kinds KINDS = new Kinds();

  /** An enum type in a schema of its own. */
  @DatabaseEnum(schema = "app", name = "weekday kind")
  public enum WeekdayKind {
    WORK,
    REST
  }

  public final Column<Long> id = bigint("id").generatedAlwaysAsIdentity().primaryKey();
  public final Column<Short> smallint = smallint("smallint").defaultTo((short) 1);
  public final Column<Integer> integer = integer("integer").defaultTo(2);
  public final Column<Long> bigint = bigint("bigint").defaultTo(3L);
  public final Column<Short> smallserial = smallserial("smallserial");
  public final Column<Integer> serial = serial("serial");
  public final Column<Long> bigserial = bigserial("bigserial");
  public final Column<BigDecimal> number = numeric("number").defaultTo(new BigDecimal("4.5"));
  public final Column<BigDecimal> money =
      numeric("money", 12, 2).defaultTo(new BigDecimal("10.25"));
  public final Column<Float> real = real("real").defaultTo(1.5f);
  public final Column<Double> doublePrecision = doublePrecision("double").defaultTo(2.5);
  public final Column<String> text = text("text").defaultTo("it's \\ ? {0}");
  public final Column<String> varchar = varchar("varchar").defaultTo("v");
  public final Column<String> varchar10 = varchar("varchar10", 10).defaultTo("ten");
  public final Column<String> character = character("character", 3).defaultTo("abc");
  public final Column<Boolean> bool = bool("bool").defaultTo(true);
  public final Column<byte[]> bytea = bytea("bytea").defaultTo(new byte[] {0, 1, -1});
  public final Column<LocalDate> date = date("date").defaultTo(LocalDate.of(2026, 2, 3));
  public final Column<LocalTime> time = time("time").defaultTo(LocalTime.of(4, 5, 6));
  public final Column<LocalTime> time0 = time("time0", 0).defaultTo(LocalTime.of(4, 5, 6));
  public final Column<LocalDateTime> timestamp =
      timestamp("timestamp").defaultTo(LocalDateTime.of(2026, 2, 3, 4, 5, 6, 789_000));
  public final Column<LocalDateTime> timestamp3 =
      timestamp("timestamp3", 3).defaultTo(LocalDateTime.of(2026, 2, 3, 4, 5, 6));
  public final Column<OffsetDateTime> timestamptz =
      timestamptz("timestamptz").defaultTo(OffsetDateTime.parse("2026-02-03T04:05:06Z"));
  public final Column<OffsetDateTime> timestamptz3 =
      timestamptz("timestamptz3", 3).defaultTo(OffsetDateTime.parse("2026-02-03T04:05:06Z"));
  public final Column<YearToSecond> interval =
      interval("interval").defaultTo(YearToSecond.valueOf("1-2 3 04:05:06"));
  public final Column<UUID> uuid =
      uuid("uuid").defaultTo(UUID.fromString("0b2ffd4c-46d7-4ac0-93ac-000000000001"));
  public final Column<JSON> json = json("json").defaultTo(JSON.valueOf("{\"a\":[1]}"));
  public final Column<JSONB> jsonb = jsonb("jsonb").defaultTo(JSONB.valueOf("{\"a\": [1]}"));
  public final Column<Priority> priority =
      enumeration("priority", Priority.class).defaultTo(Priority.VERY_HIGH);
  public final Column<WeekdayKind> weekday =
      enumeration("weekday", WeekdayKind.class).defaultTo(WeekdayKind.REST);
  public final Column<String> point = custom("point", "point").defaultTo("(1,2)");
  public final Column<String> range = custom("range", "int4range").defaultSql("'[1,2)'");
  public final Column<String> identifier =
      custom("identifier", "name", SQLDataType.VARCHAR).defaultTo("n");
  public final Column<URI> uri =
      text("uri").as(URI.class, URI::create, URI::toString).defaultTo(URI.create("a:b"));

  public final Column<Short[]> smallints =
      smallint("smallints").array().defaultTo(new Short[] {1, 2});
  public final Column<Integer[]> integers =
      integer("integers").array().defaultTo(new Integer[] {1, null});
  public final Column<BigDecimal[]> moneys =
      numeric("moneys", 12, 2).array().defaultTo(new BigDecimal[] {new BigDecimal("1.25")});
  public final Column<Double[]> doubles =
      doublePrecision("doubles").array().defaultTo(new Double[] {1.5});
  public final Column<String[]> texts =
      text("texts").array().defaultTo(new String[] {"a,b", "it's", "\"q\"", "\\"});
  public final Column<String[]> varchars =
      varchar("varchars", 10).array().defaultTo(new String[] {"x"});
  public final Column<Boolean[]> bools = bool("bools").array().defaultTo(new Boolean[] {true});
  public final Column<LocalDate[]> dates =
      date("dates").array().defaultTo(new LocalDate[] {LocalDate.of(2026, 2, 3)});
  public final Column<LocalTime[]> times =
      time("times").array().defaultTo(new LocalTime[] {LocalTime.of(4, 5, 6)});
  public final Column<LocalDateTime[]> timestamps =
      timestamp("timestamps")
          .array()
          .defaultTo(new LocalDateTime[] {LocalDateTime.of(2026, 2, 3, 4, 5, 6)});
  public final Column<OffsetDateTime[]> timestamptzs =
      timestamptz("timestamptzs")
          .array()
          .defaultTo(new OffsetDateTime[] {OffsetDateTime.parse("2026-02-03T04:05:06Z")});
  public final Column<UUID[]> uuids =
      uuid("uuids")
          .array()
          .defaultTo(new UUID[] {UUID.fromString("0b2ffd4c-46d7-4ac0-93ac-000000000001")});
  public final Column<JSONB[]> jsonbs =
      jsonb("jsonbs").array().defaultTo(new JSONB[] {JSONB.valueOf("{\"a\": \"b,c\"}")});
  public final Column<Priority[]> priorities =
      enumeration("priorities", Priority.class)
          .array()
          .defaultTo(new Priority[] {Priority.LOW, Priority.VERY_HIGH});
  public final Column<WeekdayKind[]> weekdays =
      enumeration("weekdays", WeekdayKind.class)
          .array()
          .defaultTo(new WeekdayKind[] {WeekdayKind.WORK});
  public final Column<String[]> points =
      custom("points", "point").array().defaultTo(new String[] {"(1,2)", "(3,4)"});
  public final Column<YearToSecond[]> intervals =
      interval("intervals")
          .array()
          .defaultTo(new YearToSecond[] {YearToSecond.valueOf("1-2 3 04:05:06")});
  public final Column<byte[][]> byteas =
      bytea("byteas").array().defaultTo(new byte[][] {{0, 1, -1}});
  public final Column<String> generated = text("generated").generatedAs("upper(text)");

  private Kinds() {
    super("app", "kinds");
  }
}
