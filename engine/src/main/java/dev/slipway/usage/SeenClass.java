package dev.slipway.usage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class file names, method by method. Filled by {@link ClassEyes} and read after that.
 *
 * @param name the class, as it is called in Java
 * @param methods its methods, and one more for what stands outside of them
 */
record SeenClass(String name, List<Method> methods) {

  /**
   * A method.
   *
   * @param name its name; empty for what stands outside of methods
   * @param fields the fields that it reads
   * @param calls the methods that it calls
   * @param texts the texts in it
   */
  record Method(String name, List<Field> fields, List<Call> calls, List<Text> texts) {

    static Method of(String name) {
      return new Method(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * A field that is read.
   *
   * @param owner the class that it is asked of, as it is called in Java
   * @param type its type, as it is called in Java; empty for what is no class
   */
  record Field(String owner, String name, String type, @Nullable Integer line) {}

  /**
   * A method that is called.
   *
   * @param owner the class that it is asked of, as it is called in Java
   * @param descriptor its parameters and its result, as class files have them
   */
  record Call(String owner, String name, String descriptor) {}

  /** A text. */
  record Text(String value, @Nullable Integer line) {}
}
