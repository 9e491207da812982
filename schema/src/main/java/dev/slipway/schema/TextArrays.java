package dev.slipway.schema;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.CustomQueryPart;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that are sent and read as text, since the usual way loses something: the driver cuts the
 * fractions off a {@code time[]}, and jOOQ can't write an empty element of a {@code bytea[]}.
 */
final class TextArrays {

  private static final String HEX = "\\x";

  private TextArrays() {}

  /** The array of an element's type, or null where the usual way is right. */
  static @Nullable DataType<?> of(ColumnType element) {
    return switch (element) {
      case Basic basic when basic == Basic.TIME -> times();
      case ColumnType.Temporal temporal when temporal.type() == Basic.TIME -> times();
      case Basic basic when basic == Basic.BYTEA ->
          array("bytea", byte[].class, TextArrays::bytes, TextArrays::hex);
      default -> null;
    };
  }

  private static DataType<LocalTime[]> times() {
    return array("time", LocalTime.class, LocalTime::parse, LocalTime::toString);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex, HEX.length(), hex.length());
  }

  private static String hex(byte[] bytes) {
    return HEX + HexFormat.of().formatHex(bytes);
  }

  private static <T> DataType<T[]> array(
      String type, Class<T> javaType, Function<String, T> from, Function<T, String> to) {
    return new CastBinding<>(
            CustomQueryPart.of(context -> context.sql(type)),
            Converter.ofNullable(String.class, javaType, from, to))
        .arrayType();
  }
}
