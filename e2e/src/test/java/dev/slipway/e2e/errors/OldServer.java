package dev.slipway.e2e.errors;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * What greets like a PostgreSQL 12 and answers nothing else (PostgreSQL manual, Frontend/Backend
 * Protocol, Message Flow): servers that are too old come with no embedded binaries.
 */
final class OldServer implements AutoCloseable {

  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  private final ServerSocket socket;

  private OldServer(ServerSocket socket) {
    this.socket = socket;
  }

  static OldServer start() throws IOException {
    var server = new OldServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(server::serve);
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        greet(client);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void greet(Socket client) throws IOException {
    var in = new DataInputStream(client.getInputStream());
    var out = new DataOutputStream(client.getOutputStream());
    int length = in.readInt();
    int request = in.readInt();
    while (request == SSL_REQUEST || request == GSS_REQUEST) {
      out.write('N');
      length = in.readInt();
      request = in.readInt();
    }
    in.skipNBytes(length - 8L);
    message(out, 'R', new byte[4]);
    message(out, 'S', "server_version\00012.20\0".getBytes(StandardCharsets.UTF_8));
    message(out, 'S', "client_encoding\000UTF8\0".getBytes(StandardCharsets.UTF_8));
    message(out, 'S', "standard_conforming_strings\000on\0".getBytes(StandardCharsets.UTF_8));
    message(out, 'S', "integer_datetimes\000on\0".getBytes(StandardCharsets.UTF_8));
    message(out, 'S', "DateStyle\000ISO\0".getBytes(StandardCharsets.UTF_8));
    message(out, 'Z', new byte[] {'I'});
    out.flush();
  }

  private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var message = new DataOutputStream(bytes);
    message.write(type);
    message.writeInt(body.length + 4);
    message.write(body);
    out.write(bytes.toByteArray());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
