package dev.slipway.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled classes by the content of what they were made of. An entry is a folder with a list of
 * its files and their hashes; one that does not agree with its list is as good as none. Entries are
 * put in place whole, so that processes may share it.
 */
final class ClassCache {

  private static final String LIST = "slipway.list";
  private static final int KEPT = 8;

  private final Path folder;

  ClassCache(Path folder) {
    this.folder = folder;
  }

  /** The classes of a key; null when there are none, or not as they were put there. */
  @Nullable Path find(String key) throws IOException {
    Path entry = folder.resolve(key);
    Path list = entry.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return null;
    }
    return Files.readString(list).equals(listing(entry)) ? entry : null;
  }

  /** An empty folder to compile into. */
  Path begin() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(folder), "unfinished-");
  }

  /** Puts what was compiled in its place, instead of what is there. */
  Path finish(String key, Path compiled) throws IOException {
    Files.writeString(compiled.resolve(LIST), listing(compiled));
    Path entry = folder.resolve(key);
    if (Files.exists(entry)) {
      delete(entry);
    }
    try {
      Files.move(compiled, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException taken) {
      if (find(key) == null) {
        throw taken;
      }
      delete(compiled);
    }
    forgetOld(entry);
    return entry;
  }

  private void forgetOld(Path newest) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> old =
          entries
              .filter(entry -> !entry.equals(newest) && Files.exists(entry.resolve(LIST)))
              .sorted(Comparator.comparing(ClassCache::modified).reversed())
              .skip(KEPT - 1)
              .toList();
      for (Path entry : old) {
        delete(entry);
      }
    }
  }

  private static java.nio.file.attribute.FileTime modified(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException gone) {
      return java.nio.file.attribute.FileTime.fromMillis(0);
    }
  }

  private static String listing(Path entry) throws IOException {
    var listing = new StringBuilder();
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = entry.relativize(file).toString();
        if (!name.equals(LIST)) {
          listing.append(hash(Files.readAllBytes(file))).append(' ').append(name).append('\n');
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return listing.toString();
  }

  static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Removes a folder; another process may be doing the same. */
  static void delete(Path entry) throws IOException {
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
