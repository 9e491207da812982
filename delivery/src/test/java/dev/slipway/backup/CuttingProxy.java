package dev.slipway.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server on this machine, and cuts each answer after so many bytes. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger cuts = new AtomicInteger();
  private final int server;
  private final int most;

  CuttingProxy(int server, int most) throws IOException {
    this.server = server;
    this.most = most;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket there = new Socket(InetAddress.getLoopbackAddress(), server)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              client.getInputStream().transferTo(there.getOutputStream());
            } catch (IOException e) {
              // one of them is gone
            }
          });
      answer(there.getInputStream(), client.getOutputStream());
    } catch (IOException e) {
      // one of them is gone
    }
  }

  private void answer(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[8192];
    int sent = 0;
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      to.write(buffer, 0, read);
      to.flush();
      sent += read;
      if (sent > most) {
        cuts.incrementAndGet();
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
