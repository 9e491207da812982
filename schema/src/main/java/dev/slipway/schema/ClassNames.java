package dev.slipway.schema;

import java.util.List;

/**
 * The name of the class whose constructor runs, for tables that are named by their class: the
 * constructor of a base class needs the name before it may ask the object for its class.
 */
final class ClassNames {

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private ClassNames() {}

  /** The table name of the class that is being constructed, called from {@link TableDefinition}. */
  static String ofTable() {
    Class<?> named = TableDefinition.class;
    for (StackWalker.StackFrame frame : constructors()) {
      // The constructor of a subclass calls that of its superclass, and nothing stands between.
      if (frame.getDeclaringClass().getSuperclass() == named) {
        named = frame.getDeclaringClass();
      } else if (frame.getDeclaringClass() != named) {
        break;
      }
    }
    return NamingStrategy.of(named).name(named.getSimpleName());
  }

  private static List<StackWalker.StackFrame> constructors() {
    return STACK.walk(frames ->
        frames
            .dropWhile(frame -> frame.getDeclaringClass() != TableDefinition.class)
            .takeWhile(frame -> frame.getMethodName().equals("<init>"))
            .toList());
  }
}
