package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that tell their story as a page, too. */
final class HtmlOption {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page with charts too, which needs nothing beside it")
  @Nullable String html;

  /** Refuses a file that can't be written, before the work is done that the page is about. */
  void require(Invocation invocation) {
    if (html != null) {
      Path page = invocation.folder().resolve(html).normalize();
      Path folder = page.getParent();
      if (folder == null || !Files.isWritable(folder) || Files.isDirectory(page)) {
        throw unwritten(invocation, page, null);
      }
    }
  }

  /**
   * Writes the page, where one is wanted.
   *
   * @return its file, as it is shown; null where none is wanted
   */
  @Nullable String write(Invocation invocation, Supplier<String> text) {
    if (html == null) {
      return null;
    }
    Path page = invocation.folder().resolve(html).normalize();
    try {
      Files.writeString(page, text.get());
    } catch (IOException e) {
      throw unwritten(invocation, page, e);
    }
    invocation.console().note("The page is in " + invocation.shown(page) + ".");
    return invocation.shown(page);
  }

  private static SlipwayException unwritten(
      Invocation invocation, Path page, @Nullable IOException cause) {
    return new SlipwayException(
        CliError.CANNOT_WRITE,
        invocation.shown(page) + " can't be written.",
        "Name a file in a folder that is there and can be written to.",
        cause);
  }
}
