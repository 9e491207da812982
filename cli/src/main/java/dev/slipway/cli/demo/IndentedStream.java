package dev.slipway.cli.demo;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream that begins each line that holds something with an indent. */
final class IndentedStream extends FilterOutputStream {

  private final byte[] indent;
  private boolean atStart = true;

  private IndentedStream(OutputStream out, String indent) {
    super(out);
    this.indent = indent.getBytes(StandardCharsets.UTF_8);
  }

  static PrintStream of(OutputStream out, String indent) {
    return new PrintStream(new IndentedStream(out, indent), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) throws IOException {
    if (atStart && b != '\n') {
      out.write(indent);
    }
    atStart = b == '\n';
    out.write(b);
  }
}
