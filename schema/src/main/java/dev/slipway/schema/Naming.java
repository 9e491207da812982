package dev.slipway.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the names that a definition leaves out are made of those of its fields and classes: on a
 * class and those that extend it, or on a package and all packages below it. Without it they are in
 * {@link NamingStrategy#SNAKE_CASE}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Naming {

  /** The strategy. */
  NamingStrategy value();
}
