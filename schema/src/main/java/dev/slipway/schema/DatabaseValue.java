package dev.slipway.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The database's spelling of an enum constant, which is otherwise its Java name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface DatabaseValue {

  /** The value, 1 to 63 bytes. */
  String value();

  /** The value that it had before, so that rows keep it; empty when it is new. */
  String renamedFrom() default "";
}
