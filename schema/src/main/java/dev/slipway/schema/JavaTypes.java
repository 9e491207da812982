package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.value.Inet;
import dev.slipway.schema.value.Point;
import dev.slipway.schema.value.Range;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.types.YearToSecond;

/** The database's type that goes with a Java type where nothing else is said. */
final class JavaTypes {

  private static final Map<Class<?>, Supplier<ValueType<?>>> PLAIN =
      Map.ofEntries(
          Map.entry(Short.class, ValueType::smallint),
          Map.entry(Integer.class, ValueType::integer),
          Map.entry(Long.class, ValueType::bigint),
          Map.entry(BigDecimal.class, ValueType::numeric),
          Map.entry(Float.class, ValueType::real),
          Map.entry(Double.class, ValueType::doublePrecision),
          Map.entry(String.class, ValueType::text),
          Map.entry(Boolean.class, ValueType::bool),
          Map.entry(byte[].class, ValueType::bytea),
          Map.entry(LocalDate.class, ValueType::date),
          Map.entry(LocalTime.class, ValueType::time),
          Map.entry(OffsetTime.class, ValueType::timetz),
          Map.entry(LocalDateTime.class, ValueType::timestamp),
          Map.entry(OffsetDateTime.class, ValueType::timestamptz),
          Map.entry(YearToSecond.class, ValueType::interval),
          Map.entry(UUID.class, ValueType::uuid),
          Map.entry(JSON.class, ValueType::json),
          Map.entry(JSONB.class, ValueType::jsonb),
          Map.entry(XML.class, ValueType::xml),
          Map.entry(Inet.class, ValueType::inet),
          Map.entry(Point.class, ValueType::point));

  private static final Map<Type, Supplier<ValueType<?>>> RANGES =
      Map.of(
          Integer.class, ValueType::int4range,
          Long.class, ValueType::int8range,
          BigDecimal.class, ValueType::numrange,
          LocalDate.class, ValueType::daterange,
          LocalDateTime.class, ValueType::tsrange,
          OffsetDateTime.class, ValueType::tstzrange);

  private JavaTypes() {}

  /** The type of a component. */
  static ValueType<?> of(String place, Type javaType) {
    if (javaType instanceof ParameterizedType generic && generic.getRawType() == Range.class) {
      Supplier<ValueType<?>> range = RANGES.get(generic.getActualTypeArguments()[0]);
      if (range != null) {
        return range.get();
      }
    }
    if (javaType instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return list(of(place, generic.getActualTypeArguments()[0]));
    }
    if (!(javaType instanceof Class<?> plain)) {
      throw unknown(place, javaType);
    }
    Supplier<ValueType<?>> known = PLAIN.get(plain);
    if (known != null) {
      return known.get();
    }
    if (plain.isEnum()) {
      return enumeration(place, plain);
    }
    if (plain.isRecord()) {
      return ValueType.composite(plain.asSubclass(Record.class));
    }
    if (plain.isArray() && !plain.getComponentType().isArray()) {
      return of(place, plain.getComponentType()).array();
    }
    throw unknown(place, javaType);
  }

  /** An array whose values are lists, which records compare by what is in them. */
  @SuppressWarnings("unchecked") // a class knows nothing of its type arguments
  private static <T> ValueType<List<T>> list(ValueType<T> element) {
    Class<T> type = element.dataType().getType();
    return element
        .array()
        .as(
            (Class<List<T>>) (Class<?>) List.class,
            values -> Collections.unmodifiableList(Arrays.asList(values)),
            values -> values.toArray((T[]) Array.newInstance(type, values.size())));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a class that is an enum
  private static ValueType<?> enumeration(String place, Class<?> javaEnum) {
    return ValueType.enumeration(place, (Class) javaEnum);
  }

  private static SlipwayException unknown(String place, Type javaType) {
    boolean isPrimitive = javaType instanceof Class<?> plain && plain.isPrimitive();
    return new SlipwayException(
        DefinitionError.COMPOSITE_INVALID,
        place
            + ": the Java type "
            + javaType.getTypeName()
            + (isPrimitive ? " has no null, which every attribute may be." : " has no type here."),
        isPrimitive
            ? "Use the class, such as Integer for int."
            : "Use a type that docs/definition.md names, an enum, a record, or an array or list of"
                + " these.");
  }
}
