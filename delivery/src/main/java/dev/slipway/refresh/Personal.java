package dev.slipway.refresh;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a column looks as if it held something about a person. */
final class Personal {

  private static final Set<String> TEXTS =
      Set.of(
          "name",
          "firstname",
          "lastname",
          "fullname",
          "surname",
          "username",
          "nickname",
          "email",
          "mail",
          "phone",
          "mobile",
          "telephone",
          "tel",
          "fax",
          "address",
          "street",
          "city",
          "zip",
          "postcode",
          "postal",
          "ssn",
          "passport",
          "iban",
          "card",
          "token",
          "password",
          "passwd",
          "secret",
          "ip",
          "birth",
          "birthday",
          "birthdate",
          "dob",
          "gender",
          "bio",
          "avatar");
  private static final Set<String> NUMBERS =
      Set.of("phone", "mobile", "telephone", "ssn", "card", "passport", "salary", "iban");
  private static final Set<String> DAYS = Set.of("birth", "birthday", "birthdate", "dob", "born");

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");
  private static final Pattern IP =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+|00|\\()[0-9][0-9 ()./-]{6,18}[0-9]|[0-9]{2,5}[ /-][0-9]{3,}[0-9 /-]*");
  private static final Pattern CARD = Pattern.compile("[0-9](?:[ -]?[0-9]){12,18}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  private static final int SELDOM = 10;

  private Personal() {}

  /** The word of a name that looks personal for values of a kind; null for none. */
  static @Nullable String word(String name, ValueKind kind) {
    Set<String> words =
        switch (kind) {
          case TEXT, JSON, BYTES, ADDRESS, OTHER -> TEXTS;
          case INTEGER, NUMBER -> NUMBERS;
          case DAY -> DAYS;
          case UUID -> Set.of();
        };
    String parted = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    for (String word : parted.split("[^a-z]+", -1)) {
      if (words.contains(word)) {
        return word;
      }
    }
    return kind == ValueKind.ADDRESS ? "ip" : null;
  }

  /** Whether a text has an e-mail address in it. */
  static boolean hasEmail(String value) {
    return value.indexOf('@') > 0 && EMAIL.matcher(value).find();
  }

  /** What some values look like; null where they don't. */
  static @Nullable String looks(List<String> values) {
    if (values.stream().anyMatch(Personal::hasEmail)) {
      return "an e-mail address";
    }
    int few = Math.max(1, values.size() / SELDOM);
    if (values.stream().filter(value -> IP.matcher(value).matches()).count() >= few) {
      return "an IP address";
    }
    if (values.stream().filter(Personal::isCard).count() >= few) {
      return "a card's number";
    }
    if (values.stream().filter(Personal::isPhone).count() >= few) {
      return "a phone number";
    }
    return null;
  }

  private static boolean isPhone(String value) {
    long digits = value.chars().filter(Character::isDigit).count();
    return digits >= 7
        && digits <= 15
        && PHONE.matcher(value).matches()
        && !DATE.matcher(value).matches();
  }

  /** Whether its last digit is that of a card (ISO/IEC 7812-1, Annex B). */
  private static boolean isCard(String value) {
    if (!CARD.matcher(value).matches()) {
      return false;
    }
    int sum = 0;
    boolean isSecond = false;
    for (int i = value.length() - 1; i >= 0; i--) {
      if (Character.isDigit(value.charAt(i))) {
        int digit = value.charAt(i) - '0';
        int doubled = isSecond ? digit * 2 : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
        isSecond = !isSecond;
      }
    }
    return sum % 10 == 0;
  }
}
