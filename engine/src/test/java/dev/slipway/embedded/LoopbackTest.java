package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LoopbackTest {

  /** Local addresses as the kernel prints them: 127.0.0.1, and the state "listening". */
  private static final String LOOPBACK = "0100007F";

  private static final String LISTENING = "0A";

  @Test
  void should_listen_on_loopback_only_and_on_no_socket_in_the_file_system() throws IOException {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      String port = String.format(Locale.ROOT, ":%04X", server.port());
      assertThat(listening("/proc/net/tcp", port)).containsExactly(LOOPBACK);
      assertThat(listening("/proc/net/tcp6", port)).isEmpty();
      assertThat(Files.readString(Path.of("/proc/net/unix")))
          .doesNotContain(".s.PGSQL." + server.port());
    }
  }

  private static List<String> listening(String table, String port) throws IOException {
    return Files.readAllLines(Path.of(table)).stream()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields[1].endsWith(port) && fields[3].equals(LISTENING))
        .map(fields -> fields[1].substring(0, fields[1].length() - port.length()))
        .toList();
  }
}
