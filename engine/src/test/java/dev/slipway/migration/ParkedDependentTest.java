package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A later migration drops what something parked by an earlier one still uses. */
class ParkedDependentTest {

  @TempDir Path temporary;

  @Test
  void should_say_that_a_purge_makes_way() {
    var database = new SegmentDatabase(17);
    database.execute(
        "create type mood as enum ('fine')",
        "create table t (id int, slipway_parked_20261121101500_mood mood)");
    var folder = new TestFolder(temporary);
    folder.add("a", "drop type mood;", "create type mood as enum ('fine');");
    assertThatThrownBy(() ->
            new Executor(database.target(), ExecutorOptions.defaults())
                .migrate(folder.history(), null))
        .hasMessageStartingWith("statement-failed: ")
        .hasMessageContaining("slipway_parked_20261121101500_mood")
        .hasMessageContaining("drop that for good with purge");
  }
}
