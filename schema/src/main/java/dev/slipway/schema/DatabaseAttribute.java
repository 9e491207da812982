package dev.slipway.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the database calls an attribute of a composite type, and its type there. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DatabaseAttribute {

  /** The attribute's name; empty for the component's in snake case. */
  String name() default "";

  /**
   * The attribute's type as SQL spells it, such as {@code numeric(12, 2)}; empty for the one that
   * goes with the component's Java type.
   */
  String type() default "";

  /** The attribute's comment in the database; empty for none. */
  String comment() default "";

  /** The name that the attribute had before; empty for none. */
  String renamedFrom() default "";
}
