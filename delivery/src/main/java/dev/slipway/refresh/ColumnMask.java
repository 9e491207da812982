package dev.slipway.refresh;

import dev.slipway.catalog.Column;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * Masks the values of a column. The same value gives the same in every column with the same mask,
 * so that what was equal in two tables is so afterwards. Not thread-safe.
 */
final class ColumnMask {

  private static final Pattern LENGTH =
      Pattern.compile("^(?:character varying|character)\\((\\d+)\\)$");
  private static final int MARK_DIGITS = 12;

  private final Mask mask;
  private final ValueKind kind;
  private final boolean distinct;
  private final int most;
  private final KeyedHash hash;
  private final FormatKeeper format;
  private final Random random = new Random(0);
  private final Faker faker = new Faker(Locale.ENGLISH, random);

  /**
   * @param distinct whether two values must not become one
   */
  ColumnMask(Mask mask, Column column, boolean distinct, KeyedHash hash) {
    this.mask = mask;
    this.kind = ValueKind.of(column.type());
    this.distinct = distinct;
    Matcher length = LENGTH.matcher(column.type());
    this.most = length.matches() ? Integer.parseInt(length.group(1)) : Integer.MAX_VALUE;
    this.hash = hash;
    this.format = new FormatKeeper(hash);
  }

  /**
   * Why two values might become one although they must not; null where they can't.
   *
   * @param column the column, as its type says how long values may be
   */
  static @Nullable String confuses(Mask mask, Column column) {
    Matcher length = LENGTH.matcher(column.type());
    int most = length.matches() ? Integer.parseInt(length.group(1)) : Integer.MAX_VALUE;
    return switch (mask) {
      case Mask.Keep keep -> null;
      case Mask.Nothing nothing -> null;
      case Mask.KeepFormat format -> null;
      case Mask.Fixed fixed -> "is unique, and one value would be all";
      case Mask.Hash keyed -> most < 2 * MARK_DIGITS ? "is unique, and too short for a hash" : null;
      case Mask.Fake fake ->
          ValueKind.of(column.type()) != ValueKind.TEXT || most < 2 * MARK_DIGITS
              ? "is unique, and invented values of it are not; keep format is"
              : null;
    };
  }

  /** What the file says. */
  Mask mask() {
    return mask;
  }

  /** What becomes of a value. */
  @Nullable String of(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (mask) {
      case Mask.Keep keep -> value;
      case Mask.Nothing nothing -> null;
      case Mask.Fixed(String fixed) -> fixed;
      case Mask.KeepFormat keep -> format.of(value);
      case Mask.Hash keyed -> hashed(value);
      case Mask.Fake(FakeKind invented) -> invented(invented, value);
    };
  }

  private String invented(FakeKind invented, String value) {
    byte[] bytes = hash.of("fake|" + value);
    random.setSeed(ByteBuffer.wrap(bytes).getLong());
    String mark = hash.hex("mark|" + value).substring(0, MARK_DIGITS);
    String text = invented.invent(faker, mark);
    boolean isMarked = invented.isMarked() || kind != ValueKind.TEXT;
    if (invented == FakeKind.EMAIL && text.length() > most) {
      return mark + text.substring(text.indexOf('@'));
    }
    if (!distinct || isMarked) {
      return cut(text, most);
    }
    return cut(text, most - MARK_DIGITS - 1) + " " + mark;
  }

  private String hashed(String value) {
    String hex = hash.hex("hash|" + value);
    return switch (kind) {
      case UUID ->
          hex.substring(0, 8)
              + "-"
              + hex.substring(8, 12)
              + "-4"
              + hex.substring(13, 16)
              + "-8"
              + hex.substring(17, 20)
              + "-"
              + hex.substring(20, 32);
      case BYTES -> "\\x" + hex;
      case TEXT, INTEGER, NUMBER, DAY, ADDRESS, JSON, OTHER -> cut(hex, most);
    };
  }

  private static String cut(String text, int most) {
    int length = Math.max(0, most);
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }
}
