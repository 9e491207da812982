package dev.slipway.pull;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Names of Java made of names of the database.
 *
 * <p>A name is cut into words at everything that is neither letter nor digit, and before a capital
 * that follows a small letter. Accents go; a letter that has no form in ASCII stays in fields, and
 * is written by its number where the name becomes one of a file. A key word of Java gets an
 * underscore at its end, a name that would begin with a digit one at its beginning, and one that is
 * taken a number.
 */
final class JavaNames {

  private JavaNames() {}

  /** As a field: {@code userId}. */
  static String field(String name) {
    List<String> words = words(name, false);
    String joined =
        words.isEmpty()
            ? "column"
            : words.get(0)
                + words.stream().skip(1).map(JavaNames::capital).collect(Collectors.joining());
    return identifier(joined);
  }

  /** As a class: {@code UserAccount}. */
  static String type(String name) {
    List<String> words = words(name, true);
    return identifier(
        words.isEmpty()
            ? "Unnamed"
            : words.stream().map(JavaNames::capital).collect(Collectors.joining()));
  }

  /** As a constant: {@code USER_ACCOUNT}. */
  static String constant(String name) {
    List<String> words = words(name, false);
    return identifier(
        words.isEmpty() ? "UNNAMED" : String.join("_", words).toUpperCase(Locale.ROOT));
  }

  /** As a package: {@code billing}. */
  static String packageName(String name) {
    List<String> words = words(name, true);
    return identifier(words.isEmpty() ? "unnamed" : String.join("", words));
  }

  /** As a file, without an ending: {@code user_account}. */
  static String file(String name) {
    String plain = ascii(name).replaceAll("[^A-Za-z0-9_-]+", "_");
    return plain.isEmpty() || plain.matches("_+") ? "unnamed" : plain;
  }

  /** The name, or with the least number behind it that makes it free. */
  static String free(String name, Predicate<String> isTaken) {
    String candidate = name;
    for (int i = 2; isTaken.test(candidate); i++) {
      candidate = name + i;
    }
    return candidate;
  }

  /** Distinct names for several, in their order. */
  static List<String> distinct(List<String> names, Set<String> taken) {
    Set<String> all = new HashSet<>(taken);
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String free = free(name, all::contains);
      all.add(free);
      distinct.add(free);
    }
    return distinct;
  }

  private static String identifier(String name) {
    String begun = Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
    return SourceVersion.isKeyword(begun, SourceVersion.RELEASE_21) ? begun + "_" : begun;
  }

  private static List<String> words(String name, boolean inAscii) {
    String plain = inAscii ? ascii(name) : withoutAccents(name);
    List<String> words = new ArrayList<>();
    for (String part : plain.split("[^\\p{L}\\p{Nd}]+", -1)) {
      for (String word :
          part.split("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", -1)) {
        if (!word.isEmpty()) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }

  private static String withoutAccents(String name) {
    return Normalizer.normalize(
        Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", ""),
        Normalizer.Form.NFC);
  }

  private static String ascii(String name) {
    var plain = new StringBuilder();
    withoutAccents(name)
        .codePoints()
        .forEach(c -> {
          if (c < 128) {
            plain.appendCodePoint(c);
          } else if (Character.isLetterOrDigit(c)) {
            plain.append("_u").append(Integer.toHexString(c)).append('_');
          } else {
            plain.append('_');
          }
        });
    return plain.toString();
  }

  private static String capital(String word) {
    int first = word.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + word.substring(Character.charCount(first));
  }
}
