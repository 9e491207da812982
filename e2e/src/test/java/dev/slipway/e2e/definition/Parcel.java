package dev.slipway.e2e.definition;

import dev.slipway.schema.DatabaseAttribute;
import dev.slipway.schema.DatabaseType;
import dev.slipway.schema.value.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** A composite type with an attribute of many types, hostile names and a composite within. */
@DatabaseType(schema = "wide types", name = "a \"parcel\"", comment = "what is sent")
record Parcel(
    @DatabaseAttribute(name = "the (label), \"x\"", comment = "it's on it") @Nullable String label,
    @Nullable Integer pieces,
    @DatabaseAttribute(type = "numeric(12,2)") @Nullable BigDecimal price,
    @Nullable Boolean fragile,
    @Nullable UUID code,
    @Nullable LocalDate day,
    @Nullable LocalTime clock,
    @Nullable LocalDateTime local,
    @Nullable OffsetDateTime moment,
    @Nullable YearToSecond span,
    @Nullable Level level,
    @Nullable Size size,
    @Nullable List<@Nullable String> tags,
    @SuppressWarnings("ArrayRecordComponent") byte @Nullable [] seal, // compared below
    @Nullable Range<Integer> rooms) {

  /** A composite type within the other. */
  record Size(@Nullable Double width, @Nullable Double height) {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other
            instanceof
            Parcel(
                var label2,
                var pieces2,
                var price2,
                var fragile2,
                var code2,
                var day2,
                var clock2,
                var local2,
                var moment2,
                var span2,
                var level2,
                var size2,
                var tags2,
                var seal2,
                var rooms2)
        && Objects.equals(label, label2)
        && Objects.equals(pieces, pieces2)
        && Objects.equals(price, price2)
        && Objects.equals(fragile, fragile2)
        && Objects.equals(code, code2)
        && Objects.equals(day, day2)
        && Objects.equals(clock, clock2)
        && Objects.equals(local, local2)
        && Objects.equals(
            moment == null ? null : moment.toInstant(),
            moment2 == null ? null : moment2.toInstant())
        && Objects.equals(span, span2)
        && level == level2
        && Objects.equals(size, size2)
        && Objects.equals(tags, tags2)
        && Arrays.equals(seal, seal2)
        && Objects.equals(rooms, rooms2);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, pieces);
  }
}
