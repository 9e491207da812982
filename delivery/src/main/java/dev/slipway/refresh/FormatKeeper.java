package dev.slipway.refresh;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Puts other letters for letters and other digits for digits, all else stays. Two values never
 * become one: what is replaced is a number whose digits have as many values as there are letters of
 * their kind, and a Feistel network over its two halves permutes all such numbers.
 *
 * <p>Letters beyond ASCII are permuted within their 64 neighbours of the same case.
 */
final class FormatKeeper {

  private static final int ROUNDS = 10;
  private static final int WINDOW = 64;

  private final KeyedHash hash;

  FormatKeeper(KeyedHash hash) {
    this.hash = hash;
  }

  String of(String value) {
    int[] points = value.codePoints().toArray();
    var format = new StringBuilder();
    int count = 0;
    int[] places = new int[points.length];
    int[] digits = new int[points.length];
    int[] radices = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      int[] alphabet = alphabet(points[i]);
      if (alphabet.length > 1) {
        places[count] = i;
        digits[count] = indexOf(alphabet, points[i]);
        radices[count++] = alphabet.length;
        format.append('<').append(alphabet[0]).append('>');
      } else {
        format.appendCodePoint(points[i]);
      }
    }
    permute(digits, radices, count, format.toString());
    for (int i = 0; i < count; i++) {
      points[places[i]] = alphabet(points[places[i]])[digits[i]];
    }
    return new String(points, 0, points.length);
  }

  private void permute(int[] digits, int[] radices, int count, String format) {
    int middle = (count + 1) / 2;
    for (int round = 0; round < ROUNDS; round++) {
      boolean isFirst = round % 2 == 0;
      int from = isFirst ? 0 : middle;
      int to = isFirst ? middle : count;
      BigInteger others =
          isFirst ? number(digits, radices, middle, count) : number(digits, radices, 0, middle);
      BigInteger shift = new BigInteger(1, hash.of(format + '|' + round + '|' + others));
      BigInteger sum = number(digits, radices, from, to).add(shift);
      for (int i = to - 1; i >= from; i--) {
        BigInteger[] parts = sum.divideAndRemainder(BigInteger.valueOf(radices[i]));
        digits[i] = parts[1].intValue();
        sum = parts[0];
      }
    }
  }

  private static BigInteger number(int[] digits, int[] radices, int from, int to) {
    BigInteger number = BigInteger.ZERO;
    for (int i = from; i < to; i++) {
      number = number.multiply(BigInteger.valueOf(radices[i])).add(BigInteger.valueOf(digits[i]));
    }
    return number;
  }

  private static int[] alphabet(int point) {
    if (point >= '0' && point <= '9') {
      return range('0', '9');
    } else if (point >= 'a' && point <= 'z') {
      return range('a', 'z');
    } else if (point >= 'A' && point <= 'Z') {
      return range('A', 'Z');
    } else if (!Character.isLetterOrDigit(point)) {
      return new int[] {point};
    }
    int type = Character.getType(point);
    int start = Math.max(128, point / WINDOW * WINDOW);
    return IntStream.range(start, point / WINDOW * WINDOW + WINDOW)
        .filter(each -> Character.getType(each) == type)
        .toArray();
  }

  private static int[] range(int from, int to) {
    return IntStream.rangeClosed(from, to).toArray();
  }

  private static int indexOf(int[] alphabet, int point) {
    for (int i = 0; i < alphabet.length; i++) {
      if (alphabet[i] == point) {
        return i;
      }
    }
    throw new IllegalArgumentException("no letter of its own alphabet");
  }
}
