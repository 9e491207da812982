package dev.slipway.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LongSetTest {

  @Test
  void should_hold_each_number_once_as_a_set_of_the_jdk_does() {
    var expected = new TreeSet<Long>();
    var set = new LongSet();
    var random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      long place = (long) random.nextInt(2_000) << 16 | 1 + random.nextInt(60);
      assertThat(set.add(place)).isEqualTo(expected.add(place));
    }
    assertThat(set.size()).isEqualTo(expected.size());
    assertThat(set.sorted())
        .containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
  }

  @Test
  void should_hold_the_ends_of_the_range_and_no_zero() {
    var set = new LongSet();
    assertThat(set.add(Long.MIN_VALUE)).isTrue();
    assertThat(set.add(Long.MAX_VALUE)).isTrue();
    assertThat(set.add(Long.MAX_VALUE)).isFalse();
    assertThat(set.sorted()).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
    assertThatThrownBy(() -> set.add(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
