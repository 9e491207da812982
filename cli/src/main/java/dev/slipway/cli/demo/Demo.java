package dev.slipway.cli.demo;

import dev.slipway.cli.output.Style;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demo: a project in a folder of its own, its embedded servers, and the story that is told with
 * them. Whatever happens, the servers are stopped and the folder deleted at the end, unless it
 * shall be kept. Used once, by one thread.
 */
public final class Demo {

  private final CommandRunner runner;
  private final PrintStream out;
  private final Style style;
  private final BooleanSupplier isInterrupted;

  /**
   * @param runner what runs the commands
   * @param out where the story goes
   * @param style the colors of the story
   * @param isInterrupted whether the demo was told to end
   */
  public Demo(CommandRunner runner, PrintStream out, Style style, BooleanSupplier isInterrupted) {
    this.runner = runner;
    this.out = out;
    this.style = style;
    this.isInterrupted = isInterrupted;
  }

  /**
   * What the demo did.
   *
   * @param steps the commands in their order
   * @param project the folder that was kept; null when it was deleted
   */
  public record Told(List<Steps.Step> steps, @Nullable Path project) {

    /** Copies the list. */
    public Told {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Tells the whole story.
   *
   * @param keep the folder for the project, which is kept; null for a temporary one
   * @throws SlipwayException when a step does not end as it should, or rows are not as they should
   *     be
   */
  public Told run(@Nullable Path keep) {
    var project = new ConnectProject(keep == null ? temporary() : empty(keep));
    try {
      try (var servers = new Servers(project.root())) {
        var narrator = new Narrator(out, style);
        var steps = new Steps(runner, project.root(), narrator, isInterrupted);
        new Story(project, new Rows(servers.dev(), Servers.DEV), steps, narrator).tell(keep);
        return new Told(steps.done(), keep);
      }
    } finally {
      if (keep == null) {
        project.delete();
      }
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("slipway-demo-").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path empty(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new SlipwayException(
              DemoError.FOLDER_NOT_EMPTY,
              "The folder " + folder + " is not empty.",
              "Name a folder with --keep that is empty or not there yet.");
        }
      }
      return folder.toRealPath();
    } catch (IOException e) {
      throw new SlipwayException(
          DemoError.FILE_FAILED,
          "The folder " + folder + " can't be made or read: " + e,
          "Name another folder with --keep.",
          e);
    }
  }
}
