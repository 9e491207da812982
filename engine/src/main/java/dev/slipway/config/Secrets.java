package dev.slipway.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parts of a database address that must not be printed. */
public final class Secrets {

  /** The password before the host. It can hold an @ that someone forgot to encode. */
  private static final Pattern USER_PART = Pattern.compile("//[^:/?#]*:(.*)@", Pattern.DOTALL);

  private static final Pattern OPTION =
      Pattern.compile("[?&](?:password|sslpassword)=([^&#]*)", Pattern.CASE_INSENSITIVE);

  /** A shorter one is rather a part of a word, which would be masked wherever it is. */
  private static final int SHORTEST_SUSPECT = 4;

  /** What stands for a password where the form of an address is explained. */
  private static final String PLACEHOLDER = "PASSWORD";

  private Secrets() {}

  /**
   * The secrets of an address as they are written and as they are meant; empty when it has none.
   *
   * @param address any text
   */
  public static List<String> of(String address) {
    Set<String> found = new LinkedHashSet<>();
    for (Pattern pattern : List.of(USER_PART, OPTION)) {
      Matcher matcher = pattern.matcher(address);
      while (matcher.find()) {
        add(found, matcher.group(1));
      }
    }
    return List.copyOf(found);
  }

  /**
   * What may be a secret in a text that someone meant as an address, whatever is wrong with its
   * form: all between a colon and the last @ as well. More than the secret may be among it.
   *
   * @param text what was typed or configured
   */
  public static List<String> suspectedIn(String text) {
    List<String> certain = of(text);
    Set<String> found = new LinkedHashSet<>(certain);
    int end = text.lastIndexOf('@');
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      String suspect = colon < end ? text.substring(colon + 1, end) : "";
      boolean isAround = !certain.isEmpty() && suspect.contains("//");
      if (suspect.length() >= SHORTEST_SUSPECT && !isAround) {
        add(found, suspect);
      }
    }
    return List.copyOf(found);
  }

  /** A text with {@code ***} in place of what may be a secret in it. */
  static String masked(String text) {
    String clean = text;
    for (String secret : suspectedIn(text)) {
      clean = secret.equals(PLACEHOLDER) ? clean : clean.replace(secret, "***");
    }
    return clean;
  }

  private static void add(Set<String> found, String secret) {
    if (secret.isEmpty()) {
      return;
    }
    found.add(secret);
    try {
      found.add(URLDecoder.decode(secret.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // a percent sign that encodes nothing: the text as written is all there is
      found.add(secret);
    }
  }
}
