package dev.slipway.schema.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An IP address with the length of its network's prefix: a value of {@code inet} and of {@code
 * cidr} (PostgreSQL manual, 8.9 Network Address Types).
 *
 * @param address the address, 4 or 16 bytes
 * @param prefix the number of bits that are the network's, 0 to 32 or 128; all for a single host
 */
public record Inet(InetAddress address, int prefix) {

  private static final int BYTE = 8;
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Refuses a prefix that is longer than the address. */
  public Inet {
    if (prefix < 0 || prefix > bits(address)) {
      throw new IllegalArgumentException(
          address.getHostAddress() + " has no network of " + prefix + " bits");
    }
  }

  /** One host. */
  public static Inet host(InetAddress address) {
    return new Inet(address, bits(address));
  }

  /**
   * The address of a text such as {@code 10.0.0.0/8} or {@code ::1}; names are never looked up.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public static Inet parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    try {
      if (!LITERAL.matcher(host).matches()) {
        throw new UnknownHostException(host);
      }
      InetAddress address = address(host);
      return slash < 0
          ? host(address)
          : new Inet(address, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no IP address", e);
    }
  }

  // An IPv4 address within IPv6 is turned into the former by the JDK, which the server tells apart.
  private static InetAddress address(String host) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(host);
    if (host.indexOf(':') < 0 || address instanceof Inet6Address) {
      return address;
    }
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    System.arraycopy(address.getAddress(), 0, mapped, 12, 4);
    return Inet6Address.getByAddress(null, mapped, -1);
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * BYTE;
  }

  /** The address as the server reads it, with the prefix always. */
  @Override
  public String toString() {
    return address.getHostAddress() + "/" + prefix;
  }
}
