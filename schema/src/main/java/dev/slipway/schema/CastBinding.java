package dev.slipway.schema;

import java.lang.reflect.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetTime;
import java.util.Arrays;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.util.postgres.PostgresUtils;
import org.jspecify.annotations.Nullable;

/**
 * Sends a value as text that the server casts to its type, and reads it back as text: for enum
 * types, and for types by name. An engine without such types gets the text alone.
 */
final class CastBinding<T> extends AbstractBinding<String, T> {

  private final transient QueryPart type;
  private final Converter<String, T> converter;

  /** A binding to a type; the part renders the type's name. */
  CastBinding(QueryPart type, Converter<String, T> converter) {
    this.type = type;
    this.converter = converter;
  }

  DataType<T> dataType() {
    return SQLDataType.VARCHAR.asConvertedDataType((Binding<String, T>) this);
  }

  DataType<T[]> arrayType() {
    return SQLDataType.VARCHAR.array().asConvertedDataType(new OfArray<>(type, arrayConverter()));
  }

  @Override
  public Converter<String, T> converter() {
    return converter;
  }

  @Override
  protected void sqlBind(BindingSQLContext<T> context) {
    context.render().sql(context.variable());
    cast(context, type, "");
  }

  @Override
  protected void sqlInline(BindingSQLContext<T> context) {
    context.render().visit(DSL.inline(converter.to(context.value())));
    cast(context, type, "");
  }

  private static void cast(BindingSQLContext<?> context, QueryPart type, String suffix) {
    if (context.family() == SQLDialect.POSTGRES) {
      // Within an insert's columns, for one, jOOQ leaves qualifiers out.
      context.render().sql("::").qualify(true, render -> render.visit(type)).sql(suffix);
    }
  }

  @Override
  public void set(BindingSetStatementContext<T> context) throws SQLException {
    String text = context.convert(converter).value();
    if (text == null) {
      context.statement().setNull(context.index(), Types.VARCHAR);
    } else {
      context.statement().setString(context.index(), text);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<T> context) throws SQLException {
    context.convert(converter).value(text(context));
  }

  private @Nullable String text(BindingGetResultSetContext<T> context) throws SQLException {
    if (converter.toType() == (Class<?>) OffsetTime.class) {
      // Asked for text, the driver moves a time that came in binary to the JVM's own zone.
      OffsetTime time = context.resultSet().getObject(context.index(), OffsetTime.class);
      return time == null ? null : time.toString();
    }
    return context.resultSet().getString(context.index());
  }

  private Converter<String[], T[]> arrayConverter() {
    Class<T> element = converter.toType();
    @SuppressWarnings("unchecked") // the class of an array of T
    Class<T[]> array = (Class<T[]>) element.arrayType();
    return Converter.ofNullable(
        String[].class,
        array,
        texts -> {
          @SuppressWarnings("unchecked") // made for this element type
          T[] values = (T[]) Array.newInstance(element, texts.length);
          Arrays.setAll(values, index -> converter.from(texts[index]));
          return values;
        },
        values -> Arrays.stream(values).map(converter::to).toArray(String[]::new));
  }

  /**
   * The same for an array of the type. The driver's own arrays would turn an element of a type that
   * it knows into an object, whose text is not the server's.
   */
  private static final class OfArray<T> extends AbstractBinding<String[], T[]> {

    private final transient QueryPart elementType;
    private final Converter<String[], T[]> converter;

    OfArray(QueryPart elementType, Converter<String[], T[]> converter) {
      this.elementType = elementType;
      this.converter = converter;
    }

    @Override
    public Converter<String[], T[]> converter() {
      return converter;
    }

    @Override
    protected void sqlBind(BindingSQLContext<T[]> context) {
      context.render().sql(context.variable());
      cast(context, elementType, "[]");
    }

    @Override
    protected void sqlInline(BindingSQLContext<T[]> context) {
      String[] texts = converter.to(context.value());
      context.render().visit(DSL.inline(PostgresUtils.toPGArrayString(texts)));
      cast(context, elementType, "[]");
    }

    @Override
    public void set(BindingSetStatementContext<T[]> context) throws SQLException {
      String[] texts = context.convert(converter).value();
      if (texts == null) {
        context.statement().setNull(context.index(), Types.VARCHAR);
      } else {
        context.statement().setString(context.index(), PostgresUtils.toPGArrayString(texts));
      }
    }

    @Override
    public void get(BindingGetResultSetContext<T[]> context) throws SQLException {
      String text = context.resultSet().getString(context.index());
      context
          .convert(converter)
          .value(text == null ? null : PostgresUtils.toPGArray(text).toArray(String[]::new));
    }
  }
}
