package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedComposite;
import dev.slipway.schema.model.QualifiedName;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jooq.Converter;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How a Java record and a composite type of the database correspond. */
record CompositeMapping<R extends Record>(DefinedComposite type, CastBinding<R> binding) {

  /** One component: its attribute, and its values as text. */
  private record Part(
      RecordComponent component,
      DefinedComposite.Attribute attribute,
      Converter<String, Object> form) {}

  /** The records that are being read, since one that contains itself has no end. */
  private static final ThreadLocal<Set<Class<?>>> OPEN =
      ThreadLocal.withInitial(LinkedHashSet::new);

  static <R extends Record> CompositeMapping<R> of(Class<R> javaRecord) {
    String place = "Record " + javaRecord.getName();
    if (!OPEN.get().add(javaRecord)) {
      throw wrong(place, "it contains itself.", "Take the component out.");
    }
    try {
      return read(place, javaRecord);
    } finally {
      OPEN.get().remove(javaRecord);
    }
  }

  private static <R extends Record> CompositeMapping<R> read(String place, Class<R> javaRecord) {
    @Nullable DatabaseType given = javaRecord.getAnnotation(DatabaseType.class);
    String name =
        given == null || given.name().isEmpty()
            ? NamingStrategy.of(javaRecord).name(javaRecord.getSimpleName())
            : given.name();
    Names.checked(place, "composite type name", name);
    @Nullable String schema = given == null || given.schema().isEmpty() ? null : given.schema();
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : javaRecord.getRecordComponents()) {
      parts.add(part(place, javaRecord, component));
    }
    if (parts.isEmpty()) {
      throw wrong(place, "it has no components.", "Give it at least one.");
    }
    var type =
        new DefinedComposite(
            new QualifiedName(schema, name),
            parts.stream().map(Part::attribute).toList(),
            given == null || given.comment().isEmpty() ? null : given.comment(),
            given == null ? null : Names.former(place, schema, given.renamedFrom()));
    Constructor<R> constructor = constructor(place, javaRecord, parts);
    return new CompositeMapping<>(
        type,
        new CastBinding<>(
            schema == null ? DSL.name(name) : DSL.name(schema, name),
            TextForm.of(
                javaRecord, text -> value(constructor, parts, text), value -> text(parts, value))));
  }

  private static Part part(String place, Class<?> javaRecord, RecordComponent component) {
    String here = place + ", component " + component.getName();
    @Nullable DatabaseAttribute given = component.getAnnotation(DatabaseAttribute.class);
    String name =
        given == null || given.name().isEmpty()
            ? NamingStrategy.of(javaRecord).name(component.getName())
            : given.name();
    Names.checked(here, "attribute name", name);
    ValueType<?> javaType = JavaTypes.of(here, component.getGenericType());
    @SuppressWarnings("unchecked") // the component's own type
    Converter<String, Object> form = (Converter<String, Object>) javaType.form();
    if (form == null) {
      throw wrong(here, "its values have no text.", "Use another type.");
    }
    component.getAccessor().setAccessible(true);
    ColumnType type =
        given == null || given.type().isEmpty()
            ? javaType.type()
            : new ColumnType.Named(given.type());
    return new Part(
        component,
        new DefinedComposite.Attribute(
            name,
            type,
            given == null || given.comment().isEmpty() ? null : given.comment(),
            given == null || given.renamedFrom().isEmpty() ? null : given.renamedFrom()),
        form);
  }

  private static <R> Constructor<R> constructor(
      String place, Class<R> javaRecord, List<Part> parts) {
    try {
      Constructor<R> constructor =
          javaRecord.getDeclaredConstructor(
              parts.stream().map(part -> part.component.getType()).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor;
    } catch (ReflectiveOperationException | RuntimeException refused) {
      throw new SlipwayException(
          DefinitionError.COMPOSITE_INVALID,
          place + ": it can't be constructed.",
          "In a named module, open its package to the module of Slipway.",
          refused);
    }
  }

  private static <R> R value(Constructor<R> constructor, List<Part> parts, String text) {
    var scanner = new TextScanner(text);
    var values = new ArrayList<@Nullable Object>();
    for (Part part : parts) {
      scanner.next();
      @Nullable String element = scanner.element(",)");
      values.add(element == null ? null : part.form.from(element));
    }
    try {
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException refused) {
      throw new DataTypeException(
          constructor.getDeclaringClass().getName() + " refuses the value " + text, refused);
    }
  }

  private static String text(List<Part> parts, Object value) {
    var text = new StringJoiner(",", "(", ")");
    for (Part part : parts) {
      try {
        text.add(TextScanner.quoted(part.form.to(part.component.getAccessor().invoke(value))));
      } catch (ReflectiveOperationException refused) {
        throw new DataTypeException("The component " + part.component + " fails", refused);
      }
    }
    return text.toString();
  }

  private static SlipwayException wrong(String place, String what, String next) {
    return new SlipwayException(DefinitionError.COMPOSITE_INVALID, place + ": " + what, next);
  }
}
