package dev.slipway.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database calls the enum type of a Java enum: otherwise its simple name in snake case.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DatabaseEnum {

  /** The type's name; empty for the enum's simple name in snake case. */
  String name() default "";

  /** The type's schema; empty for the one that the connection creates in. */
  String schema() default "";

  /** The type's comment in the database; empty for none. */
  String comment() default "";

  /** The name that the type had before, {@code name} or {@code schema.name}; empty for none. */
  String renamedFrom() default "";
}
