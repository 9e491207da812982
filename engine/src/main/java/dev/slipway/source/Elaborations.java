package dev.slipway.source;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.planner.DeclaredRename;
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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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

  private static final String CATALOG = ".catalog.json";
  private static final String AGREES = ".agrees";
  private static final String SCRIPTS = ".scripts";
  private static final String CLASSES = ".classes";

  private final @Nullable Path folder;
  private final List<String> context;
  private volatile CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

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

  /** Whether anything is remembered. */
  boolean isKeeping() {
    return folder != null;
  }

  /** The name of what a definition's scripts are made of. */
  String key(List<Script> scripts) {
    MessageDigest digest = sha256();
    for (String part : context) {
      update(digest, part);
    }
    for (Script script : scripts) {
      update(digest, script);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Script script) {
    update(digest, "script");
    for (ScriptStatement statement : script.statements()) {
      update(digest, statement.sql());
    }
  }

  private static KnownScript known(Script script) {
    MessageDigest digest = sha256();
    update(digest, script);
    Script.OfTable part = script.part();
    return new KnownScript(
        HexFormat.of().formatHex(digest.digest()), part == null ? null : part.table());
  }

  /** What scripts are recognized by. */
  static List<KnownScript> known(List<Script> scripts) {
    return scripts.stream().map(Elaborations::known).toList();
  }

  /**
   * A script that was loaded before.
   *
   * @param hash of its statements
   * @param table the table that it makes parts of; null where it may make anything
   */
  record KnownScript(String hash, @Nullable ObjectId table) {

    private String line() {
      return table == null ? hash : hash + " " + RenameLines.id(table);
    }

    private static KnownScript of(String line) {
      String[] words = line.split(" ", -1);
      return new KnownScript(words[0], words.length == 1 ? null : RenameLines.id(words[1]));
    }
  }

  /**
   * A definition that was elaborated before.
   *
   * @param scripts its scripts in their order
   * @param catalog what the engine made of them
   */
  record Known(List<KnownScript> scripts, Catalog catalog) {}

  /**
   * The definition with which another one has most scripts in common; null when none shares at
   * least half of them.
   */
  @Nullable Known nearest(List<Script> scripts) {
    if (folder == null) {
      return null;
    }
    Set<KnownScript> wanted = new HashSet<>(known(scripts));
    List<KnownScript> best = null;
    Path bestFile = null;
    long most = scripts.size() / 2;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(SCRIPTS)).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(contextHash())) {
          continue;
        }
        List<KnownScript> found = lines.stream().skip(1).map(KnownScript::of).toList();
        long shared = found.stream().filter(wanted::contains).count();
        if (shared > most) {
          most = shared;
          best = found;
          bestFile = file;
        }
      }
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
    if (best == null || bestFile == null) {
      return null;
    }
    String name = bestFile.getFileName().toString();
    Catalog catalog = find(name.substring(0, name.length() - SCRIPTS.length()));
    return catalog == null ? null : new Known(best, catalog);
  }

  private String contextHash() {
    MessageDigest digest = sha256();
    for (String part : context) {
      update(digest, part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * What classes said when they were loaded.
   *
   * @param key the name of all scripts of their definition
   * @param renames what they declare
   */
  record Said(String key, List<DeclaredRename> renames) {}

  /**
   * The name of classes that say the same each time, together with SQL files.
   *
   * @param classes the hash of the classes
   * @param files the scripts of the files
   */
  String keyOfClasses(String classes, List<Script> files) {
    return key(
        Stream.concat(Stream.of(Script.of("classes", List.of(classes))), files.stream()).toList());
  }

  /** What the classes of a key said; null when that is not known. */
  @Nullable Said said(String classes) {
    if (folder == null) {
      return null;
    }
    try {
      List<String> lines = Files.readAllLines(folder.resolve(classes + CLASSES));
      return new Said(lines.get(0), lines.stream().skip(1).map(RenameLines::read).toList());
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Remembers what the classes of a key said. */
  void say(String classes, Said said) {
    var lines = new StringBuilder(said.key()).append('\n');
    said.renames().forEach(rename -> lines.append(RenameLines.write(rename)).append('\n'));
    write(classes + CLASSES, lines.toString());
  }

  /** Whether the catalog of a key is known. */
  boolean knows(String key) {
    return folder != null && Files.isRegularFile(folder.resolve(key + CATALOG));
  }

  /** The catalog of a key; null when none is known. */
  @Nullable Catalog find(String key) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(key + CATALOG);
    try {
      Catalog catalog = CatalogJson.read(Files.readString(file));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return catalog;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Remembers a catalog, and forgets those that nobody asked for lately; another thread does the
   * work, see {@link #await}.
   */
  void keep(String key, List<Script> scripts, Catalog catalog) {
    await();
    if (folder != null) {
      writing = CompletableFuture.runAsync(() -> write(key, scripts, catalog, folder));
    }
  }

  /** Waits until what shall be remembered is written. */
  public void await() {
    writing.join();
  }

  private void write(String key, List<Script> scripts, Catalog catalog, Path to) {
    if (write(key + CATALOG, CatalogJson.write(catalog))) {
      var lines = new StringBuilder(contextHash()).append('\n');
      known(scripts).forEach(script -> lines.append(script.line()).append('\n'));
      write(key + SCRIPTS, lines.toString());
      forget(to);
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
      return Files.readString(folder.resolve(key + AGREES)).equals(hash(catalogFile));
    } catch (IOException e) {
      return false;
    }
  }

  /** Remembers that the definition of a key is what a migration arrives at. */
  public void agree(String key, Path catalogFile) {
    try {
      write(key + AGREES, hash(catalogFile));
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
      for (Path file : files.filter(each -> each.toString().endsWith(CATALOG)).toList()) {
        catalogs.add(new Used(file, Files.getLastModifiedTime(file)));
      }
      catalogs.stream()
          .sorted(Comparator.comparing(Used::at).reversed())
          .skip(KEPT)
          .forEach(used -> {
            delete(used.file());
            String name = used.file().getFileName().toString();
            String key = name.substring(0, name.length() - CATALOG.length());
            delete(used.file().resolveSibling(key + AGREES));
            delete(used.file().resolveSibling(key + SCRIPTS));
          });
      forgetClasses(folder);
    } catch (IOException e) {
      // another process forgets them
    }
  }

  private static void forgetClasses(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(CLASSES)).toList()) {
        String key = Files.readString(file).lines().findFirst().orElse("");
        if (!Files.exists(folder.resolve(key + CATALOG))) {
          delete(file);
        }
      }
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
    return HexFormat.of().formatHex(sha256(Files.readAllBytes(file)));
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  /** The hash of bytes. */
  static byte[] sha256(byte[] content) {
    return sha256().digest(content);
  }

  /** Makes hashes. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
