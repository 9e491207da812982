package dev.slipway.foreign;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of migrations that another tool keeps, recognised by what is in it: Flyway, Drizzle,
 * Prisma, and those that number their files, such as Supabase, Rails, dbmate and goose. What is no
 * script of the tool is refused by name, not passed over.
 *
 * @param steps the scripts in the order in which the tool runs them in a new database
 */
public record ForeignFolder(List<ForeignStep> steps) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String JOURNAL = "meta/_journal.json";
  private static final String OF_A_FOLDER = "migration.sql";

  /** Copies the list. */
  public ForeignFolder {
    steps = List.copyOf(steps);
  }

  /**
   * The migrations of a folder.
   *
   * @return null when nothing of another tool is in it: it is our own, empty, or not there
   * @throws SlipwayException when it isn't clear whose they are, or one can't be run
   */
  public static @Nullable ForeignFolder at(Path folder) {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    List<Path> files = files(folder);
    if (files.stream().anyMatch(file -> file.endsWith("migration.json"))) {
      return null;
    }
    Map<Tool, List<Path>> found = new EnumMap<>(Tool.class);
    List<Path> scripts = files.stream().filter(file -> file.toString().endsWith(".sql")).toList();
    boolean hasJournal = Files.exists(folder.resolve(JOURNAL));
    List<Path> unknown = new ArrayList<>();
    for (Path script : scripts) {
      Tool tool = hasJournal ? Tool.DRIZZLE : tool(folder, script);
      if (tool == null) {
        unknown.add(script);
      } else {
        found.computeIfAbsent(tool, key -> new ArrayList<>()).add(script);
      }
    }
    if (found.isEmpty()) {
      return null;
    }
    if (found.size() > 1) {
      throw several(folder, found);
    }
    Map.Entry<Tool, List<Path>> only = found.entrySet().iterator().next();
    Tool tool = only.getKey();
    demandScripts(folder, tool, files, unknown);
    List<ForeignStep> steps = new ArrayList<>();
    for (Path script : ordered(folder, tool, only.getValue())) {
      String text = read(script);
      steps.add(
          new ForeignStep(
              folder.relativize(script).toString(),
              tool == Tool.NUMBERED ? NumberedFiles.forth(text) : text));
    }
    return new ForeignFolder(steps);
  }

  private static @Nullable Tool tool(Path folder, Path script) {
    String name = script.getFileName().toString();
    if (FlywayName.of(name) != null) {
      return Tool.FLYWAY;
    }
    Path within = folder.relativize(script);
    if (name.equals(OF_A_FOLDER) && within.getNameCount() == 2) {
      return Tool.FOLDERS;
    }
    return within.getNameCount() == 1 && NumberedFiles.is(name) ? Tool.NUMBERED : null;
  }

  private static List<Path> ordered(Path folder, Tool tool, List<Path> scripts) {
    return switch (tool) {
      case FLYWAY -> FlywayFiles.ordered(scripts);
      case DRIZZLE -> journal(folder);
      case FOLDERS -> scripts;
      case NUMBERED -> NumberedFiles.ordered(scripts);
    };
  }

  /** The files that Drizzle's journal names, in its order. */
  private static List<Path> journal(Path folder) {
    Path journal = folder.resolve(JOURNAL);
    List<Path> ordered = new ArrayList<>();
    try {
      for (JsonNode entry : JSON.readTree(read(journal)).path("entries").values()) {
        Path script = folder.resolve(entry.path("tag").asString("") + ".sql");
        if (!Files.exists(script)) {
          throw new SlipwayException(
              ForeignError.FOREIGN_INCOMPLETE,
              journal + " names " + script.getFileName() + ", which is not there.",
              "Restore the file, or take its entry out of the journal.");
        }
        ordered.add(script);
      }
    } catch (JacksonException e) {
      throw new SlipwayException(
          ForeignError.FOREIGN_INCOMPLETE,
          journal + " is no journal of Drizzle: " + e.getOriginalMessage(),
          "Restore the file.",
          e);
    }
    return ordered;
  }

  /** Refuses what would be run by the tool and can't be run here. */
  private static void demandScripts(Path folder, Tool tool, List<Path> files, List<Path> unknown) {
    if (!unknown.isEmpty() && tool != Tool.DRIZZLE) {
      throw new SlipwayException(
          ForeignError.FOREIGN_UNCLEAR,
          folder
              + " holds migrations of "
              + tool.words()
              + ", and "
              + folder.relativize(unknown.get(0))
              + " is none of them.",
          "Move it out of the folder, or give it a name as the others have.");
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      boolean isProgram =
          switch (tool) {
            case FLYWAY -> name.matches("[VR][^/]*__.*\\.(java|class|kt|groovy)");
            case NUMBERED -> name.matches("[0-9].*\\.(rb|js|ts|py|go|php|ex|exs)");
            case DRIZZLE, FOLDERS -> false;
          };
      if (isProgram) {
        throw new SlipwayException(
            ForeignError.FOREIGN_INCOMPLETE,
            folder.relativize(file) + " in " + folder + " is a program, which only its tool runs.",
            "Let the tool bring a database up to date, and name that database instead.");
      }
    }
  }

  private static SlipwayException several(Path folder, Map<Tool, List<Path>> found) {
    return new SlipwayException(
        ForeignError.FOREIGN_UNCLEAR,
        folder
            + " holds migrations of several tools: "
            + found.entrySet().stream()
                .map(each ->
                    folder.relativize(each.getValue().get(0))
                        + " is as "
                        + each.getKey().words()
                        + " has them")
                .collect(Collectors.joining(", "))
            + ".",
        "Move those of one tool to a folder of their own, and name that.");
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  private static String read(Path file) {
    try {
      String text = Files.readString(file).replace("\r\n", "\n");
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static SlipwayException unreadable(Path path, Exception e) {
    return new SlipwayException(
        ForeignError.FOREIGN_INCOMPLETE,
        path + " can't be read as UTF-8 text: " + e.getMessage(),
        "Make it readable, and save it as UTF-8.",
        e);
  }
}
