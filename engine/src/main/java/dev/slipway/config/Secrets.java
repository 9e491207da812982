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
      Pattern.compile("[?&](?:password|sslpassword|sslkey)=([^&#]*)", Pattern.CASE_INSENSITIVE);

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
