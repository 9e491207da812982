package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Converter;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How a Java enum and an enum type of the database correspond. */
record EnumMapping<E extends Enum<E>>(DefinedEnum type, CastBinding<E> binding) {

  static <E extends Enum<E>> EnumMapping<E> of(String place, Class<E> javaEnum) {
    QualifiedName name = name(place, javaEnum);
    Map<String, E> constants = constants(place, javaEnum);
    Map<E, String> values = new LinkedHashMap<>();
    constants.forEach((value, constant) -> values.put(constant, value));
    @Nullable String schema = name.schema();
    @Nullable DatabaseEnum given = javaEnum.getAnnotation(DatabaseEnum.class);
    return new EnumMapping<>(
        new DefinedEnum(
            name,
            List.copyOf(constants.keySet()),
            renamed(place, javaEnum),
            given == null || given.comment().isEmpty() ? null : given.comment(),
            given == null ? null : Names.former(place, schema, given.renamedFrom())),
        new CastBinding<>(
            schema == null ? DSL.name(name.name()) : DSL.name(schema, name.name()),
            Converter.ofNullable(
                String.class, javaEnum, value -> known(constants, value, javaEnum), values::get)));
  }

  private static QualifiedName name(String place, Class<?> javaEnum) {
    @Nullable DatabaseEnum given = javaEnum.getAnnotation(DatabaseEnum.class);
    boolean named = given != null && !given.name().isEmpty();
    String name = named ? given.name() : NamingStrategy.of(javaEnum).name(javaEnum.getSimpleName());
    @Nullable String schema = given == null || given.schema().isEmpty() ? null : given.schema();
    Names.checked(place, "enum type name", name);
    return new QualifiedName(schema, name);
  }

  private static <E extends Enum<E>> Map<String, E> constants(String place, Class<E> javaEnum) {
    var constants = new LinkedHashMap<String, E>();
    for (E constant : javaEnum.getEnumConstants()) {
      String value = Names.checked(place, "enum value", value(javaEnum, constant));
      if (constants.put(value, constant) != null) {
        throw new SlipwayException(
            DefinitionError.ENUM_INVALID,
            place + ": two constants of " + javaEnum.getName() + " have the value " + value + ".",
            "Give each constant a value of its own.");
      }
    }
    if (constants.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.ENUM_INVALID,
          place + ": the enum " + javaEnum.getName() + " has no constants.",
          "Give it at least one.");
    }
    return constants;
  }

  private static Map<String, String> renamed(String place, Class<? extends Enum<?>> javaEnum) {
    var renamed = new LinkedHashMap<String, String>();
    for (Enum<?> constant : javaEnum.getEnumConstants()) {
      @Nullable DatabaseValue given = annotation(javaEnum, constant);
      if (given != null && !given.renamedFrom().isEmpty()) {
        renamed.put(given.value(), Names.checked(place, "former enum value", given.renamedFrom()));
      }
    }
    return renamed;
  }

  private static String value(Class<?> javaEnum, Enum<?> constant) {
    @Nullable DatabaseValue given = annotation(javaEnum, constant);
    return given == null ? constant.name() : given.value();
  }

  private static @Nullable DatabaseValue annotation(Class<?> javaEnum, Enum<?> constant) {
    try {
      return javaEnum.getField(constant.name()).getAnnotation(DatabaseValue.class);
    } catch (NoSuchFieldException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static <E> E known(Map<String, E> constants, String value, Class<E> javaEnum) {
    E constant = constants.get(value);
    if (constant == null) {
      throw new SlipwayException(
          DefinitionError.ENUM_INVALID,
          "The database holds the value " + value + ", which " + javaEnum.getName() + " lacks.",
          "Add the constant, or migrate the database to the definition.");
    }
    return constant;
  }
}
