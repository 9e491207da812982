package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import dev.slipway.schema.model.QualifiedName;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.QueryPart;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ's type for an array of a type. Some arrays are sent and read as text, since the usual way
 * loses something: the driver cuts the fractions off a {@code time[]}, jOOQ can't write an empty
 * element of a {@code bytea[]}, and an array of a domain's base is not comparable with one of it.
 */
final class ArrayTypes {

  private ArrayTypes() {}

  static <T> DataType<T[]> of(
      String place, ColumnType element, DataType<T> dataType, @Nullable Converter<String, T> form) {
    if (element instanceof ColumnType.Named(String sql) && sql.strip().equals("box")) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          place + ": the server separates the elements of box[] by semicolons, which are not read.",
          "Declare it with custom(\"box[]\"), as one text.");
    }
    QueryPart name = cast(element);
    if (name != null && form != null) {
      return new CastBinding<>(name, form).arrayType();
    }
    if (dataType.getBinding() instanceof CastBinding<?> cast) {
      @SuppressWarnings("unchecked") // the binding of a DataType<T> is one to T
      CastBinding<T> binding = (CastBinding<T>) cast;
      return binding.arrayType();
    }
    try {
      return dataType.array();
    } catch (DataTypeException noArrayBinding) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          place + ": jOOQ can't make an array of a type with its own binding.",
          "Declare it with custom(\"type[]\", binding) and a binding of the array.",
          noArrayBinding);
    }
  }

  /** The type to cast text to, where the usual way is wrong. */
  private static @Nullable QueryPart cast(ColumnType element) {
    return switch (element) {
      case Basic basic when basic == Basic.TIME -> sql("time");
      case Basic basic when basic == Basic.BYTEA -> sql("bytea");
      case ColumnType.Temporal temporal when temporal.type() == Basic.TIME -> sql("time");
      case ColumnType.OfDomain domain -> name(domain.name());
      default -> null;
    };
  }

  private static QueryPart sql(String type) {
    return CustomQueryPart.of(context -> context.sql(type));
  }

  private static QueryPart name(QualifiedName name) {
    @Nullable String schema = name.schema();
    return schema == null ? DSL.name(name.name()) : DSL.name(schema, name.name());
  }
}
