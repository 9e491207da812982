package dev.slipway.e2e.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder with other people's cases; its {@code INDEX.md} says where each is from.
 *
 * @param folder where it is
 */
record Corpus(Path folder) {

  /** SQLite is another engine's. */
  private static final String OF_ANOTHER_ENGINE = "sqldef-sqlite";

  private static final List<String> KINDS = List.of("apps", "drizzle", "supabase", "flyway");

  /** The corpus of this run; a missing one is an error and no reason to pass. */
  static Corpus required() {
    Path folder =
        Path.of(System.getProperty("corpus", "../../shared/corpus")).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder.resolve("pairs"))) {
      throw new IllegalStateException(
          "There is no corpus at "
              + folder
              + ". Name the folder that holds pairs/ with -Dcorpus=FOLDER (relative to e2e/).");
    }
    return new Corpus(folder);
  }

  /** Every pair, in order. */
  List<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (Path suite : below(folder.resolve("pairs"))) {
      String name = String.valueOf(suite.getFileName());
      if (!name.equals(OF_ANOTHER_ENGINE)) {
        below(suite).forEach(folder -> pairs.add(Pair.in(name, folder)));
      }
    }
    return pairs;
  }

  /** Every application and folder of migrations, in order. */
  List<ProjectFolder> projects() throws IOException {
    List<ProjectFolder> projects = new ArrayList<>();
    for (String kind : KINDS) {
      if (Files.isDirectory(folder.resolve(kind))) {
        for (Path project : below(folder.resolve(kind))) {
          projects.add(ProjectFolder.in(project, kind));
        }
      }
    }
    return projects;
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }
}
