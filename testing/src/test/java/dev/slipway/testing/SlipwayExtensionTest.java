package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlipwayExtensionTest {

  private static final AtomicInteger PREPARED = new AtomicInteger();
  private static final List<SlipwayDatabase> USED = new ArrayList<>();

  @RegisterExtension
  static final SlipwayExtension DATABASE =
      SlipwayExtension.prepared(
              database -> {
                PREPARED.incrementAndGet();
                database.dsl().execute("CREATE TABLE kept AS SELECT 1 AS n");
                // Left open, which must not keep the template from being copied.
                database.connect();
              })
          .postgres(18);

  @RepeatedTest(3)
  void should_prepare_once_and_drop_what_was_used(SlipwayDatabase database, DSLContext dsl)
      throws Exception {
    assertThat(PREPARED).hasValue(1);
    assertThat(dsl.fetchValue("SELECT n FROM kept")).isEqualTo(1);
    for (SlipwayDatabase used : USED) {
      assertThat(dsl.fetchValue("SELECT count(*) FROM pg_database WHERE datname = ?", used.name()))
          .isEqualTo(0L);
    }
    USED.add(database);
    // Left open as well.
    database.connect();
  }

  @AfterAll
  static void checkAllRan() {
    assertThat(USED).extracting(SlipwayDatabase::name).doesNotHaveDuplicates().hasSize(3);
  }
}
