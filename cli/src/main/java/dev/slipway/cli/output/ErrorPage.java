package dev.slipway.cli.output;

import dev.slipway.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The page of a code, {@code docs/errors/CODE.md}: what the code means, an example, what to do.
 *
 * <p>The build puts the pages beside this class, so that {@code slipway help CODE} prints them
 * wherever the program is installed.
 */
public final class ErrorPage {

  private ErrorPage() {}

  /** Where the page of a code is, from the root of the project. */
  public static String path(ErrorCode code) {
    return "docs/errors/" + code.slug() + ".md";
  }

  /** How a person gets to the page: {@code slipway help two-heads (docs/errors/two-heads.md)}. */
  static String reference(ErrorCode code) {
    return "slipway help " + code.slug() + " (" + path(code) + ")";
  }

  /**
   * The text of a page, in Markdown; null when no code has that name.
   *
   * @param slug a code as it is shown, such as {@code two-heads}
   */
  public static @Nullable String text(String slug) {
    if (!slug.matches("[a-z][a-z0-9-]*")) {
      return null;
    }
    try (InputStream page = ErrorPage.class.getResourceAsStream("errors/" + slug + ".md")) {
      return page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
