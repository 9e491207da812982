package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds what is expected; {@code -Dgolden.update=true} writes it anew. */
final class Golden {

  private Golden() {}

  static void check(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
      return;
    }
    assertThat(file).as("run with -Dgolden.update=true to write it").exists();
    assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
  }
}
