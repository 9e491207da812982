package dev.slipway.source;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the engine made of definitions before, in a folder that may be deleted at any time: a
 * catalog for the hash of everything that it was made of, and the migrations with which a
 * definition was found to agree.
 *
 * <p>What can't be read or written is as good as not there. Safe for use by several threads and
 * processes.
 */
public final class Elaborations {

  /** A catalog of a thousand tables takes about five megabytes. */
  private static final int KEPT = 6;

  private final @Nullable Path folder;
  private final List<String> context;

  private Elaborations(@Nullable Path folder, List<String> context) {
    this.folder = folder;
    this.context = context;
  }

  /** Remembers nothing. */
  public static Elaborations none() {
    return new Elaborations(null, List.of());
  }

  /**
   * Remembers in a folder.
   *
   * @param folder the folder, which is made when it is needed
   * @param context all that decides on a catalog beside the definition: the version of this
   *     program, the server's, what is there before and what is left out
   */
  public static Elaborations in(Path folder, List<String> context) {
    return new Elaborations(folder, List.copyOf(context));
  }

  /** The name of what a definition's scripts are made of. */
  String key(List<Script> scripts) {
    MessageDigest digest = sha256();
    for (String part : context) {
      update(digest, part);
    }
    for (Script script : scripts) {
      update(digest, "script");
      for (ScriptStatement statement : script.statements()) {
        update(digest, statement.sql());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The catalog of a key; null when none is known. */
  @Nullable Catalog find(String key) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(key + ".catalog.json");
    try {
      Catalog catalog = CatalogJson.read(Files.readString(file));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return catalog;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Remembers a catalog, and forgets those that nobody asked for lately. */
  void keep(String key, Catalog catalog) {
    if (folder != null && write(key + ".catalog.json", CatalogJson.write(catalog))) {
      forget(folder);
    }
  }

  /**
   * Whether the definition of a key was found to be what a migration arrives at.
   *
   * @param catalogFile the migration's {@code catalog.json}
   */
  public boolean agrees(String key, Path catalogFile) {
    if (folder == null) {
      return false;
    }
    try {
      return Files.readString(folder.resolve(key + ".agrees")).equals(hash(catalogFile));
    } catch (IOException e) {
      return false;
    }
  }

  /** Remembers that the definition of a key is what a migration arrives at. */
  public void agree(String key, Path catalogFile) {
    try {
      write(key + ".agrees", hash(catalogFile));
    } catch (IOException e) {
      // it is found out anew next time
    }
  }

  private boolean write(String name, String text) {
    if (folder == null) {
      return false;
    }
    Path unfinished = folder.resolve(name + "." + UUID.randomUUID());
    try {
      Files.createDirectories(folder);
      Files.writeString(unfinished, text);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      delete(unfinished);
      return false;
    }
  }

  private static void forget(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      record Used(Path file, FileTime at) {}
      List<Used> catalogs = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".catalog.json")).toList()) {
        catalogs.add(new Used(file, Files.getLastModifiedTime(file)));
      }
      catalogs.stream()
          .sorted(Comparator.comparing(Used::at).reversed())
          .skip(KEPT)
          .forEach(used -> {
            delete(used.file());
            String name = used.file().getFileName().toString();
            delete(used.file().resolveSibling(name.replace(".catalog.json", ".agrees")));
          });
    } catch (IOException e) {
      // another process forgets them
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // a cache may keep what it can't delete
    }
  }

  private static String hash(Path file) throws IOException {
    return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
