package dev.slipway.cli.output;

import dev.slipway.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page of a code, {@code docs/errors/CODE.md} or, for a hazard, {@code docs/hazards/CODE.md}:
 * what the code means, an example, what to do.
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
   * @param slug a code as it is shown, such as {@code two-heads} or {@code SLIP302}
   */
  public static @Nullable String text(String slug) {
    String hazard = slug.toUpperCase(Locale.ROOT);
    String name =
        hazard.matches("SLIP\\d{3}")
            ? "hazards/" + hazard
            : slug.matches("[a-z][a-z0-9-]*") ? "errors/" + slug : null;
    if (name == null) {
      return null;
    }
    try (InputStream page = ErrorPage.class.getResourceAsStream(name + ".md")) {
      return page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
