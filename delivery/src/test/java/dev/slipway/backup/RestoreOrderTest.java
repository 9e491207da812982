package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestoreOrderTest {

  private static final TableCopy LARGE = table("large", 1000);
  private static final TableCopy SMALL = table("small", 10);

  private static TableCopy table(String name, long bytes) {
    return new TableCopy("public", name, List.of("id"), 1, "", bytes, List.of());
  }

  private static RestoreTask rows(TableCopy table, String name) {
    return new RestoreTask.Rows(table, new DataFile(name, 1, 1, ""), false);
  }

  private static RestoreTask index(String name, String table) {
    return new RestoreTask.Statements(name, List.of(name), new Tie(List.of(table), true));
  }

  private static RestoreTask statement(String name, String... tables) {
    return new RestoreTask.Statements(name, List.of(name), new Tie(List.of(tables), false));
  }

  private static RestoreOrder order(RestoreTask... tasks) {
    return new RestoreOrder(List.of(tasks), List.of(LARGE, SMALL), Set.of("done before"));
  }

  /** What may run now, each while those before it still do. */
  private static List<RestoreTask> take(RestoreOrder order, int number) throws Exception {
    List<RestoreTask> taken = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      taken.add(order.take());
    }
    return taken;
  }

  @Test
  void should_build_indexes_of_one_table_while_rows_of_another_come() throws Exception {
    RestoreTask large1 = rows(LARGE, "large 1");
    RestoreTask large2 = rows(LARGE, "large 2");
    RestoreTask small = rows(SMALL, "small");
    RestoreTask key = statement("key of large", "public.large");
    RestoreTask index1 = index("index 1 of large", "public.large");
    RestoreTask index2 = index("index 2 of large", "public.large");
    RestoreTask reference = statement("reference", "public.large", "public.small");
    RestoreTask view = statement("view");
    RestoreTask last = statement("last", "public.small");
    RestoreOrder order = order(large1, large2, small, index1, index2, key, reference, view, last);

    assertThat(take(order, 3)).containsExactly(large1, large2, small);
    order.ended(large2);
    order.ended(large1);
    assertThat(take(order, 2)).as("beside the rows of small").containsExactly(index1, index2);
    order.ended(index1);
    order.ended(index2);
    assertThat(take(order, 1)).containsExactly(key);
    order.ended(small);
    order.ended(key);
    assertThat(take(order, 1)).containsExactly(reference);
    order.ended(reference);
    assertThat(take(order, 1)).as("alone").containsExactly(view);
    order.ended(view);
    assertThat(take(order, 1)).containsExactly(last);
    order.ended(last);
    assertThat(order.take()).isNull();
  }

  @Test
  void should_go_on_with_the_largest_table_first() throws Exception {
    RestoreTask large = rows(LARGE, "large");
    RestoreTask small = rows(SMALL, "small");
    RestoreTask key = statement("key of large", "public.large");
    RestoreOrder order = order(large, small, key);

    assertThat(take(order, 1)).containsExactly(large);
    order.ended(large);
    assertThat(take(order, 2)).containsExactly(key, small);
  }

  @Test
  void should_wait_for_all_rows_with_what_touches_a_table_without_rows_of_its_own()
      throws Exception {
    RestoreTask large = rows(LARGE, "large");
    RestoreTask small = rows(SMALL, "small");
    RestoreTask reference = statement("reference", "public.large", "public.partitioned");
    RestoreTask key = statement("key of small", "public.small");
    RestoreOrder order = order(large, small, reference, key);

    assertThat(take(order, 2)).containsExactly(large, small);
    order.ended(large);
    order.ended(small);
    assertThat(take(order, 2)).containsExactly(reference, key);

    RestoreOrder other = order(large, small, reference, key);
    take(other, 2);
    other.ended(small);
    assertThat(take(other, 1)).as("the rows of large still come").containsExactly(key);
  }

  @Test
  void should_leave_out_what_was_done_before_and_end_when_it_is_stopped() throws Exception {
    RestoreTask small = rows(SMALL, "small");
    RestoreOrder order = order(rows(LARGE, "done before"), small, statement("view"));

    assertThat(order.size()).isEqualTo(2);
    assertThat(take(order, 1)).containsExactly(small);
    order.stop();
    assertThat(order.take()).isNull();
  }
}
