package dev.slipway.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSearchTest {

  @TempDir Path folder;

  private static ClientSearch of(String versions) {
    return new ClientSearch(
        List.of(versions.split(" ")).stream()
            .map(each -> new ClientTools(Path.of(each), Integer.parseInt(each), each + ".1"))
            .toList());
  }

  private static String major(Optional<ClientTools> tools) {
    return tools.map(each -> String.valueOf(each.major())).orElse("none");
  }

  /** A client of 17 sets transaction_timeout, which older servers don't know. */
  @ParameterizedTest
  @CsvSource({
    "15, 15, 15",
    "15, 17, none",
    "16, 15, 16",
    "17, 16, none",
    "17 16 15, 16, 16",
    "15 18, 17, 18",
    "18 17, 17, 17",
    "14 15, 16, none"
  })
  void should_take_the_oldest_that_is_not_older_than_the_server(
      String found, int server, String taken) {
    assertThat(major(of(found).copying(server))).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "15, 15, 15, 15",
    "15, 16, 15, none",
    "17 16, 15, 15, 16",
    "17, 15, 15, none",
    "15, 15, 18, 15",
    "18 17, 17, 17, 17"
  })
  void should_bring_back_what_no_newer_one_wrote(
      String found, int writer, int server, String taken) {
    assertThat(major(of(found).restoring(writer, server))).isEqualTo(taken);
  }

  @Test
  void should_find_those_of_a_folder_alone() throws Exception {
    assertThat(ClientSearch.in(folder).found()).isEmpty();
    for (String name : List.of("pg_dump", "pg_restore")) {
      Path script = folder.resolve(name);
      Files.writeString(script, "#!/bin/sh\necho \"" + name + " (PostgreSQL) 16beta1 (any)\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    assertThat(ClientSearch.in(folder).found())
        .containsExactly(new ClientTools(folder, 16, "16beta1"));
  }

  @Test
  void should_find_the_ones_of_this_machine_once() {
    List<ClientTools> found = ClientSearch.in(null).found();
    assertThat(found).extracting(ClientTools::version).doesNotHaveDuplicates();
    assertThat(found)
        .extracting(ClientTools::folder)
        .contains(Path.of("/usr/lib/postgresql/15/bin"));
    assertThat(IntStream.range(1, found.size()))
        .allMatch(i -> found.get(i - 1).major() >= found.get(i).major());
  }
}
