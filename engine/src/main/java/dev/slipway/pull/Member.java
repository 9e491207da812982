package dev.slipway.pull;

import java.util.function.Function;

/**
 * A field of a definition's class, as it would be printed.
 *
 * @param what what it stands for, in words: {@code column name}; unique in its class
 * @param name the name in the database
 * @param type the type of the field
 * @param chain what the field is initialized with, by the name as a literal; empty where the field
 *     says it
 */
record Member(String what, String name, String type, Function<String, Chain> chain) {

  /** The declaration of the field, with its line break. */
  String declaration(String field) {
    return chain
        .apply(Names.gives(field, name) ? "" : JavaText.quoted(name))
        .statement("public final " + type + " " + field, 2);
  }
}
