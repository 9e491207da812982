package dev.slipway.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses that can be asked. */
public final class HttpAddress {

  private HttpAddress() {}

  /**
   * An address of http or https with a host and without a login, which the JDK would not send; null
   * when the text is none.
   */
  public static @Nullable URI parse(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
              && address.getHost() != null
              && address.getUserInfo() == null
          ? address
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
