package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForbiddenLedgerTest {

  @TempDir Path temporary;

  private final Target target = TestDatabases.create();
  private final Executor executor = new Executor(target, ExecutorOptions.defaults());

  @Test
  void should_name_the_event_triggers_that_forbid_the_ledger() throws SQLException {
    var folder = new TestFolder(temporary);
    String name = folder.add("a", "create table a (x int);", "drop table a;");
    run(
        """
        create function forbid() returns event_trigger language plpgsql as $$
        begin raise exception '% is not for today', tg_tag; end $$;
        create event trigger watchful on ddl_command_start execute function forbid()\
        """);

    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageStartingWith(
            "ledger-forbidden: The target did not let its ledger be created: CREATE SCHEMA is not"
                + " for today. It has event triggers that are enabled: watchful. Nothing ran.");

    run("alter event trigger watchful disable");
    assertThat(executor.migrate(folder.history(), null).names()).containsExactly(name);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = target.connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
