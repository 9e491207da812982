package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;

class RowChecksumTest {

  private final Random random = new Random(42);

  private byte[] row(int length) {
    byte[] row = new byte[length];
    random.nextBytes(row);
    return row;
  }

  private static String of(List<byte[]> rows) {
    var checksum = new RowChecksum();
    rows.forEach(checksum::add);
    return checksum.text();
  }

  @Test
  void should_hash_rows_of_every_length_as_another_implementation_does() {
    for (int length = 0; length < 300; length++) {
      byte[] row = row(length);
      long[] hash = MurmurHash3.hash128x64(row, 0, length, 0);
      HexFormat hex = HexFormat.of();
      assertThat(of(List.of(row)))
          .as("%d bytes", length)
          .isEqualTo(hex.toHexDigits(hash[0]) + hex.toHexDigits(hash[1]));
    }
  }

  @Test
  void should_not_care_for_the_order_but_for_every_row() {
    List<byte[]> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(row(i % 50));
    }
    String checksum = of(rows);
    List<byte[]> others = new ArrayList<>(rows);
    Collections.shuffle(others, random);
    assertThat(of(others)).isEqualTo(checksum);

    assertThat(of(others.subList(1, others.size()))).as("one is missing").isNotEqualTo(checksum);
    others.add(others.getFirst());
    assertThat(of(others)).as("one is there twice").isNotEqualTo(checksum);
    others.removeLast();
    byte[] changed = others.get(100).clone();
    changed[changed.length / 2] ^= 1;
    others.set(100, changed);
    assertThat(of(others)).as("one has another bit").isNotEqualTo(checksum);
    others.set(100, others.get(99));
    assertThat(of(others)).as("one took the place of another").isNotEqualTo(checksum);
  }

  @Test
  void should_add_up_parts() {
    List<byte[]> rows = List.of(row(3), row(40), row(17));
    var first = new RowChecksum();
    first.add(rows.get(0));
    var second = new RowChecksum();
    second.add(rows.get(1));
    second.add(rows.get(2));
    first.add(second);

    assertThat(first.text()).isEqualTo(of(rows));
  }
}
