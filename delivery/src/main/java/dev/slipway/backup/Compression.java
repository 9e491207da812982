package dev.slipway.backup;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

/** How files of rows are made smaller. */
public enum Compression {
  /** By zstd, level 3: a quarter of what gzip takes, and smaller. */
  ZSTD(".copy.zst"),
  /** Not at all, for disks that do it themselves. */
  NONE(".copy");

  private static final int LEVEL = 3;
  private static final int BUFFER_BYTES = 1 << 16;

  private final String suffix;

  Compression(String suffix) {
    this.suffix = suffix;
  }

  /** How the names of its files end. */
  String suffix() {
    return suffix;
  }

  /** How it is called in options and manifests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A stream whose rows arrive smaller in another; closing it closes that. */
  OutputStream into(OutputStream file) throws IOException {
    return new BufferedOutputStream(
        switch (this) {
          case ZSTD -> new ZstdOutputStream(file, LEVEL).setChecksum(true);
          case NONE -> file;
        },
        BUFFER_BYTES);
  }

  /** The rows of a file that is read. */
  InputStream from(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file, BUFFER_BYTES);
    return switch (this) {
      case ZSTD -> new ZstdInputStream(in);
      case NONE -> in;
    };
  }
}
