package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * The wish that the next table to be constructed be an alias of this one.
 *
 * <p>A typed alias is a second object of the table's class. Its constructor knows nothing of
 * aliases, so the wish waits in the thread until the constructor of the base class takes it.
 */
record AliasRequest(TableDefinition table, String name) {

  private static final ThreadLocal<@Nullable AliasRequest> WAITING = new ThreadLocal<>();

  static @Nullable AliasRequest take() {
    AliasRequest request = WAITING.get();
    WAITING.remove();
    return request;
  }

  static <T extends TableDefinition> T alias(T table, String name) {
    Names.checked("Table " + table.displayName(), "alias", name);
    @SuppressWarnings("unchecked") // getClass() of a T is a Class of T
    Class<T> type = (Class<T>) table.getClass();
    WAITING.set(new AliasRequest(table.original(), name));
    try {
      Constructor<T> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed(table, name, thrown);
    } catch (ReflectiveOperationException | RuntimeException refused) {
      throw failed(table, name, refused);
    } finally {
      WAITING.remove();
    }
  }

  private static SlipwayException failed(TableDefinition table, String name, Exception cause) {
    return new SlipwayException(
        DefinitionError.ALIAS_FAILED,
        "Table "
            + table.displayName()
            + ": no alias "
            + name
            + ": "
            + table.getClass().getName()
            + " can't be constructed a second time ("
            + cause.getClass().getSimpleName()
            + ").",
        "Give the class a constructor without parameters (it may be private); in a named module,"
            + " open its package to the module of Slipway.",
        cause);
  }
}
