package dev.slipway.e2e.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to a server by another address of this machine, which remembers what clients say. */
final class RecordedWire implements AutoCloseable {

  private final ServerSocket door;
  private final int port;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private RecordedWire(ServerSocket door, int port) {
    this.door = door;
    this.port = port;
  }

  /**
   * Opens a way.
   *
   * @param address where clients come
   * @param port of the server at 127.0.0.1
   */
  static RecordedWire open(String address, int port) throws IOException {
    var wire = new RecordedWire(new ServerSocket(0, 50, InetAddress.getByName(address)), port);
    Thread.ofVirtual().start(wire::serve);
    return wire;
  }

  int port() {
    return door.getLocalPort();
  }

  /** What clients have said so far. */
  byte[] said() {
    synchronized (said) {
      return said.toByteArray();
    }
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().start(() -> pump(client, server, true));
        Thread.ofVirtual().start(() -> pump(server, client, false));
      } catch (IOException e) {
        // The door was closed.
      }
    }
  }

  private void pump(Socket from, Socket to, boolean isClient) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[8192];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (isClient) {
          synchronized (said) {
            said.write(piece, 0, length);
          }
        }
        out.write(piece, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      // One of the two has gone.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
