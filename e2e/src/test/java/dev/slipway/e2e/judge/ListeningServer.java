package dev.slipway.e2e.judge;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the server's side of the protocol (manual, 55 Frontend/Backend Protocol), runs nothing,
 * and remembers what it was told: so it is known what psql would have sent. One client at a time.
 */
final class ListeningServer implements AutoCloseable {

  /**
   * What a client sent to be run.
   *
   * @param sql the statement
   * @param rows the rows behind it; null when it read none
   */
  record Heard(String sql, @Nullable String rows) {}

  private static final Pattern READS_ROWS =
      Pattern.compile(
          "\\s*copy\\b.*\\bfrom\\s+stdin\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final int SSL = 80877103;
  private static final int GSS = 80877104;

  private final ServerSocket socket;

  ListeningServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  int port() {
    return socket.getLocalPort();
  }

  /** What the next client sends until it goes. */
  List<Heard> hear() {
    List<Heard> heard = new ArrayList<>();
    try (Socket client = socket.accept()) {
      client.setTcpNoDelay(true);
      var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      var out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
      greet(in, out);
      for (int type = in.read(); type == 'Q'; type = in.read()) {
        String sql = text(in.readNBytes(in.readInt() - 4));
        boolean reads = READS_ROWS.matcher(sql).matches();
        heard.add(new Heard(sql, reads ? rows(in, out) : null));
        say(out, 'C', "SELECT 0\0");
        say(out, 'Z', "I");
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heard;
  }

  private static void greet(DataInputStream in, DataOutputStream out) throws IOException {
    int code = SSL;
    while (code == SSL || code == GSS) {
      byte[] startup = in.readNBytes(in.readInt() - 4);
      code = ByteBuffer.wrap(startup).getInt();
      if (code == SSL || code == GSS) {
        out.write('N');
        out.flush();
      }
    }
    say(out, 'R', "\0\0\0\0");
    say(out, 'S', "server_version\00017.0\0");
    say(out, 'S', "client_encoding\0UTF8\0");
    say(out, 'S', "standard_conforming_strings\0on\0");
    say(out, 'Z', "I");
    out.flush();
  }

  private static String rows(DataInputStream in, DataOutputStream out) throws IOException {
    say(out, 'G', "\0\0\0");
    out.flush();
    var rows = new ByteArrayOutputStream();
    for (int type = in.read(); type == 'd'; type = in.read()) {
      rows.write(in.readNBytes(in.readInt() - 4));
    }
    in.readNBytes(in.readInt() - 4);
    return rows.toString(StandardCharsets.UTF_8);
  }

  private static void say(DataOutputStream out, char type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    out.write(type);
    out.writeInt(bytes.length + 4);
    out.write(bytes);
  }

  private static String text(byte[] message) {
    return new String(message, 0, message.length - 1, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
