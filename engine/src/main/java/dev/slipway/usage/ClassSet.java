package dev.slipway.usage;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of an application in one folder, unpacked from jars and folders: its own, and those
 * of the jars within its jar, as Spring Boot and web archives have them. Deleted when it is closed.
 */
final class ClassSet implements AutoCloseable {

  private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
  private static final String SUFFIX = ".class";

  private final Path root;

  private ClassSet(Path root) {
    this.root = root;
  }

  /**
   * Unpacks.
   *
   * @param entries jars and folders
   * @throws SlipwayException when one is not there, can't be read, or there is no class in them
   */
  static ClassSet of(List<Path> entries) {
    try {
      var set = new ClassSet(Files.createTempDirectory("slipway-classes"));
      boolean isWhole = false;
      try {
        for (Path entry : entries) {
          set.add(entry);
        }
        try (Stream<Path> files = Files.walk(set.root)) {
          if (files.noneMatch(file -> file.toString().endsWith(SUFFIX))) {
            throw missing("There is no class in " + shown(entries) + ".");
          }
        }
        isWhole = true;
        return set;
      } finally {
        if (!isWhole) {
          set.close();
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SlipwayException(
          UsageError.CLASSES_UNREADABLE,
          "The classes of " + shown(entries) + " can't be read: " + e.getMessage(),
          "Name jars and folders that are whole and readable.",
          e);
    }
  }

  private static String shown(List<Path> entries) {
    return String.join(", ", entries.stream().map(Path::toString).toList());
  }

  private static SlipwayException missing(String what) {
    return new SlipwayException(
        UsageError.CLASSES_MISSING,
        what,
        "Compile the application, and name its jar or the folder of its classes.");
  }

  /** The application's own classes. */
  Path own() {
    return root.resolve("own");
  }

  /** The classes of the jars within its jar. */
  Path libraries() {
    return root.resolve("libraries");
  }

  private void add(Path entry) throws IOException {
    Files.createDirectories(own());
    Files.createDirectories(libraries());
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            keep(own(), entry.relativize(file).toString(), in);
          }
        }
      }
    } else if (Files.isRegularFile(entry)) {
      try (var jar = new ZipInputStream(Files.newInputStream(entry))) {
        unpack(jar, own(), true);
      }
    } else {
      throw missing("There is no jar or folder " + entry + ".");
    }
  }

  private void unpack(ZipInputStream jar, Path into, boolean isOuter) throws IOException {
    for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
      String name = entry.getName();
      if (isOuter && name.endsWith(".jar")) {
        unpack(new ZipInputStream(jar), libraries(), false);
      } else if (name.endsWith(SUFFIX) && !name.startsWith("META-INF/")) {
        keep(into, withoutRoot(name), jar);
      }
    }
  }

  private static String withoutRoot(String name) {
    return ROOTS.stream()
        .filter(name::startsWith)
        .findFirst()
        .map(root -> name.substring(root.length()))
        .orElse(name);
  }

  /** The first of a name counts, as it does for Java. */
  private static void keep(Path folder, String name, InputStream in) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("the entry " + name + " leads out of its jar");
    }
    if (!Files.exists(file)) {
      byte[] bytes = in.readAllBytes();
      requireReadable(bytes, name);
      Path parent = file.getParent();
      Files.createDirectories(parent == null ? folder : parent);
      Files.write(file, bytes);
    }
  }

  private static void requireReadable(byte[] bytes, String name) {
    try {
      ClassEyes.read(bytes);
    } catch (RuntimeException e) {
      // ASM has no exception of its own for what is no class file.
      throw new SlipwayException(
          UsageError.CLASSES_UNREADABLE,
          "The class file " + name + " is of a version that is not known, or damaged.",
          "Compile it with a supported release of Java, up to 25.",
          e);
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
