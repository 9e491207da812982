package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of what a definition declares in its fields without naming it.
 *
 * <p>Java initializes fields in the order of their declaration, which is also the order in which
 * the JVM tells them. So what is being declared goes into the first field of its type that is still
 * null. The language promises neither the second order nor that every field has an initializer:
 * {@link #verify} looks, when all is assigned, whether each name came from the right field: the one
 * that holds what equals the declared, as all states of a column do.
 */
final class FieldNames {

  private record Guess(String place, Class<?> type, Field field, Object owner, Object declared) {}

  private static final Set<Class<?>> BASES =
      Set.of(TableDefinition.class, SchemaDefinition.class, ColumnGroup.class);

  private final List<Guess> guesses = new ArrayList<>();
  private volatile boolean isVerified;

  /** The field whose initializer runs now. */
  static Field next(String place, Object owner, Class<?> type) {
    for (Field field : fields(place, owner, type)) {
      if (value(field, owner) == null) {
        return field;
      }
    }
    throw unnamed(place, type);
  }

  /** The name of what goes into a field. */
  static String name(Object owner, Field field) {
    return NamingStrategy.of(owner.getClass()).name(field.getName());
  }

  /** Remembers that something was named by a field. */
  void add(String place, Object owner, Field field, Object declared) {
    guesses.add(new Guess(place, field.getType(), field, owner, declared));
  }

  /** Fails when a field does not hold what was named by it. */
  void verify() {
    if (isVerified) {
      return;
    }
    for (Guess guess : guesses) {
      if (guess.declared.equals(value(guess.field, guess.owner))) {
        continue;
      }
      for (Field other : fields(guess.place, guess.owner, guess.type)) {
        Object value = value(other, guess.owner);
        if (guess.declared.equals(value)) {
          throw new SlipwayException(
              DefinitionError.NAME_UNKNOWN,
              guess.place
                  + ": the field "
                  + other.getName()
                  + " was assigned when "
                  + guess.field.getName()
                  + " had no value yet, so its name can't be told.",
              "Assign the fields in the order of their declaration, each in its initializer, or"
                  + " give the name: text(\"name\").");
        }
      }
      throw unnamed(guess.place, guess.type);
    }
    isVerified = true;
  }

  private static List<Field> fields(String place, Object owner, Class<?> type) {
    Deque<Class<?>> classes = new ArrayDeque<>();
    for (Class<?> c = owner.getClass(); c != null && !BASES.contains(c); c = c.getSuperclass()) {
      classes.addFirst(c);
    }
    List<Field> fields = new ArrayList<>();
    for (Class<?> each : classes) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getType() == type && !Modifier.isStatic(field.getModifiers())) {
          accessible(place, field);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static void accessible(String place, Field field) {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException closed) {
      throw new SlipwayException(
          DefinitionError.NAME_UNKNOWN,
          place + ": the field " + field.getName() + " can't be read, so it gives no name.",
          "Open the package to the module of Slipway, or give the name: text(\"name\").",
          closed);
    }
  }

  private static @Nullable Object value(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static SlipwayException unnamed(String place, Class<?> type) {
    return new SlipwayException(
        DefinitionError.NAME_UNKNOWN,
        place
            + ": a "
            + type.getSimpleName()
            + " without a name is assigned to no field of its own.",
        "Give it a name, as in text(\"name\"), or assign it to a field of the type "
            + type.getSimpleName()
            + ".");
  }
}
