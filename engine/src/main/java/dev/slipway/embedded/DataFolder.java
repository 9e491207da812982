package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Makes data folders: by {@code initdb} for one that stays, as a copy of a template for one that
 * does not.
 *
 * <p>Either way only {@code postgres} with a random password gets in. Copies of one template have
 * its password and its system identifier.
 */
final class DataFolder {

  static final String SUPERUSER = "postgres";

  private static final int FIRST_WITH_BUILTIN_LOCALES = 17;
  private static final String DATA = "data";
  private static final String UNFINISHED_DATA = "data.unfinished";
  private static final String PASSWORD = "password";

  private final Cache cache;
  private final RunAs runAs;
  private final Binaries binaries;
  private final int version;

  DataFolder(Cache cache, RunAs runAs, Binaries binaries, int version) {
    this.cache = cache;
    this.runAs = runAs;
    this.binaries = binaries;
    this.version = version;
  }

  /** Makes {@code data} and {@code password} in the server's folder unless they are there. */
  void provide(ServerFolder folder, boolean keepsData) throws IOException {
    if (Files.exists(folder.data())) {
      checkVersion(folder.data());
    } else if (keepsData) {
      initialize(folder.root(), List.of());
    } else {
      Path template = template();
      Path unfinished = folder.root().resolve(UNFINISHED_DATA);
      FileTree.delete(unfinished);
      FileTree.copy(template.resolve(DATA), unfinished, runAs);
      Files.copy(
          template.resolve(PASSWORD), folder.password(), StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void checkVersion(Path data) throws IOException {
    String found = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!found.equals(String.valueOf(version))) {
      throw new SlipwayException(
          EmbeddedError.DATA_VERSION_DIFFERS,
          "The data in "
              + data
              + " was written by PostgreSQL "
              + found
              + ", and PostgreSQL "
              + version
              + " is configured.",
          "Configure version "
              + found
              + " again, or move the folder away to start with an empty database.");
    }
  }

  private Path template() throws IOException {
    Path template = cache.templates().resolve(binaries.key());
    if (!Files.isDirectory(template)) {
      FolderLock.hold(
          cache.templates().resolve(binaries.key() + ".lock"),
          () -> {
            if (!Files.isDirectory(template)) {
              Path unfinished = template.resolveSibling(binaries.key() + ".unfinished");
              FileTree.delete(unfinished);
              Files.createDirectories(unfinished);
              // Small WAL files make the copy small; nothing is synced, for a copy is never
              // durable.
              initialize(unfinished, List.of("--wal-segsize=1", "--no-sync"));
              Files.move(unfinished, template, StandardCopyOption.ATOMIC_MOVE);
            }
          });
    }
    return template;
  }

  private void initialize(Path root, List<String> options) throws IOException {
    Path data = root.resolve(UNFINISHED_DATA);
    Path secret = root.resolve("password.unfinished");
    FileTree.delete(data);
    Files.deleteIfExists(secret);
    String password = randomPassword();
    writeSecret(secret, password);
    runAs.own(secret);
    for (List<String> locale : locales()) {
      FileTree.delete(data);
      Files.createDirectory(data);
      runAs.own(data);
      Program.Result result = initdb(data, secret, locale, options);
      if (result.succeeded()) {
        Files.writeString(
            data.resolve("postgresql.conf"),
            "\ninclude_if_exists = '" + ServerSettings.FILE + "'\n",
            StandardOpenOption.APPEND);
        Files.delete(secret);
        Files.deleteIfExists(root.resolve(PASSWORD));
        writeSecret(root.resolve(PASSWORD), password);
        Files.move(data, root.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      if (locale.equals(locales().getLast())) {
        runAs.checkReach(root, binaries.program("initdb"));
        throw new SlipwayException(
            EmbeddedError.DATA_INITIALIZATION_FAILED,
            "initdb of PostgreSQL " + version + " failed in " + root + ":\n" + result.output(),
            "Check the disk and the rights of the folder.");
      }
    }
  }

  private Program.Result initdb(Path data, Path secret, List<String> locale, List<String> options) {
    var command = new ArrayList<String>();
    command.add(binaries.program("initdb"));
    command.addAll(
        List.of(
            "--pgdata=" + data,
            "--username=" + SUPERUSER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--lc-messages=C"));
    command.addAll(locale);
    command.addAll(options);
    return Program.run(runAs.command(command));
  }

  /** The order of code points everywhere, so that no result depends on the machine. */
  private List<List<String>> locales() {
    return version >= FIRST_WITH_BUILTIN_LOCALES
        ? List.of(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"))
        : List.of(List.of("--locale=C.UTF-8"), List.of("--locale=C"));
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void writeSecret(Path file, String text) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text);
  }
}
