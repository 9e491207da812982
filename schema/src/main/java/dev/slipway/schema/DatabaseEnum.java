package dev.slipway.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the enum type of a Java enum, which is otherwise its simple name in snake case. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DatabaseEnum {

  /** The type's name; empty for the enum's simple name in snake case. */
  String name() default "";

  /** The type's schema; empty for the one that the connection creates in. */
  String schema() default "";
}
