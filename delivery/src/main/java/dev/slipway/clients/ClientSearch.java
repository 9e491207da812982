package dev.slipway.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The client programs that a machine has: start here. Each program that is found is asked for its
 * version, once for each search. Immutable.
 *
 * @param found those that are there, the newest first
 */
public record ClientSearch(List<ClientTools> found) {

  /** Where Debian keeps what its scripts on the path start, a folder for each major version. */
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)[^\\s]*)");

  /** Orders them. */
  public ClientSearch {
    found = found.stream().sorted(Comparator.comparingInt(ClientTools::major).reversed()).toList();
  }

  /**
   * Looks for them.
   *
   * @param folder the one folder that counts; null for Debian's and those of {@code PATH}
   */
  public static ClientSearch in(@Nullable Path folder) {
    List<ClientTools> all = new ArrayList<>();
    (folder == null ? Stream.concat(debianFolders(), pathFolders()) : Stream.of(folder))
        .map(ClientSearch::tools)
        .flatMap(Optional::stream)
        .filter(each -> all.stream().noneMatch(other -> other.version().equals(each.version())))
        .forEach(all::add);
    return new ClientSearch(all);
  }

  /**
   * The programs that copy a server best: those of its version, else the oldest of the newer ones.
   *
   * @param server its major version
   */
  public Optional<ClientTools> copying(int server) {
    return found.stream()
        .filter(each -> each.fits(server))
        .min(Comparator.comparingInt(ClientTools::major));
  }

  /**
   * The programs that bring a copy back: none reads what a newer one wrote.
   *
   * @param writer the major version of the {@code pg_dump} that wrote it
   * @param server the major version of the server that it goes to
   */
  public Optional<ClientTools> restoring(int writer, int server) {
    return found.stream()
        .filter(each -> each.major() >= writer && each.restoresTo(server))
        .min(Comparator.comparingInt(ClientTools::major));
  }

  /** What was found, in words. */
  public String words() {
    return found.isEmpty()
        ? "none was found"
        : found.stream().map(ClientTools::toString).collect(Collectors.joining(", ", "found ", ""));
  }

  private static Stream<Path> pathFolders() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }

  private static Stream<Path> debianFolders() {
    String[] versions = DEBIAN.toFile().list((folder, name) -> name.matches("\\d+"));
    return versions == null
        ? Stream.empty()
        : Arrays.stream(versions).map(version -> DEBIAN.resolve(version).resolve("bin"));
  }

  private static Optional<ClientTools> tools(Path folder) {
    var tools = new ClientTools(folder, 0, "");
    if (!Files.isExecutable(Path.of(tools.dump()))
        || !Files.isExecutable(Path.of(tools.restore()))) {
      return Optional.empty();
    }
    List<String> said = new ArrayList<>();
    try (ClientProcess process =
        ClientProcess.start(List.of(tools.dump(), "--version"), Map.of(), said::add)) {
      process.await();
    } catch (IOException e) {
      return Optional.empty();
    }
    Matcher matcher = VERSION.matcher(String.join("\n", said));
    return matcher.find()
        ? Optional.of(new ClientTools(folder, Integer.parseInt(matcher.group(2)), matcher.group(1)))
        : Optional.empty();
  }
}
