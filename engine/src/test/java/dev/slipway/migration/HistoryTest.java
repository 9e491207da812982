package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.postgres.Postgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final String A = "20260101000000_a";
  private static final String B = "20260102000000_b";
  private static final String C = "20260103000000_c";
  private static final String D = "20260104000000_d";

  private static Migration migration(String name, String... parents) {
    Path folder = Path.of("db/migrations").resolve(name);
    var script = MigrationScript.up(folder.resolve("up.sql"), "select 1", new Postgres());
    return new Migration(name, folder, TestFolder.manifest(List.of(parents)), script, script);
  }

  @Test
  void should_put_parents_first_and_else_go_by_name() {
    var migrations =
        new ArrayList<>(
            List.of(
                migration(D, C, B),
                migration(C, A),
                migration(B, A),
                migration(A),
                migration("20250101000000_clock_was_behind", D)));
    var random = new Random(42);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(migrations, random);
      assertThat(History.of(migrations).names())
          .containsExactly(A, B, C, D, "20250101000000_clock_was_behind");
    }
  }

  @Test
  void should_know_its_head_and_scripts() {
    History history = History.of(List.of(migration(A), migration(B, A)));
    assertThat(history.head()).isEqualTo(history.find(B));
    assertThat(history.scripts())
        .extracting(script -> script.origin())
        .containsExactly(
            Path.of("db/migrations", A, "up.sql").toString(),
            Path.of("db/migrations", B, "up.sql").toString());
  }

  @Test
  void should_name_a_missing_parent() {
    assertThatThrownBy(() -> History.of(List.of(migration(A), migration(C, B))))
        .hasMessageStartingWith("missing-parent: " + Path.of("db/migrations", C))
        .hasMessageContaining("was generated on " + B + ", which is not there");
  }

  @Test
  void should_show_both_heads() {
    assertThatThrownBy(() -> History.of(List.of(migration(A), migration(B, A), migration(C, A))))
        .hasMessageStartingWith("two-heads: ")
        .hasMessageContaining(Path.of("db/migrations", B).toString())
        .hasMessageContaining(Path.of("db/migrations", C).toString())
        .hasMessageContaining("run generate again");
  }

  @Test
  void should_show_both_roots() {
    assertThatThrownBy(() -> History.of(List.of(migration(A), migration(B))))
        .hasMessageStartingWith("two-roots: ");
  }

  @Test
  void should_show_a_cycle() {
    assertThatThrownBy(() -> History.of(List.of(migration(A), migration(B, A, C), migration(C, B))))
        .hasMessageStartingWith("history-cycle: ")
        .hasMessageContaining(B)
        .hasMessageContaining(C);
    assertThatThrownBy(() -> History.of(List.of(migration(A, A))))
        .hasMessageStartingWith("history-cycle: ");
  }
}
