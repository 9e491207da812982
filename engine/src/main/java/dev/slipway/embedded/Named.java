package dev.slipway.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder that the user may name, by a system property or by a variable of the environment. */
record Named(String property, String variable) {

  /** The folder, or null when it is not named or blank; the property wins. */
  @Nullable Path folder() {
    String text = System.getProperty(property, "");
    if (text.isBlank()) {
      text = System.getenv(variable);
    }
    return text == null || text.isBlank() ? null : Path.of(text).toAbsolutePath().normalize();
  }
}
