package dev.slipway.migration;

import dev.slipway.dialect.Directive;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value that rows get on the way back which were written while a column was parked: {@code --
 * slipway: restore: public.todo.text = 'unknown'}.
 *
 * <p>It is a comment, so it may be added to the down.sql of a migration that is applied.
 *
 * @param part the column
 * @param expression the value, which may name other columns of the row
 */
record RestoredColumn(ParkedPart part, String expression) {

  /** The values that a script declares. */
  static List<RestoredColumn> of(List<Directive> directives) {
    return directives.stream()
        .filter(directive -> directive.name().equals(DirectiveRules.RESTORE))
        .map(directive -> of(directive, directives))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable RestoredColumn of(Directive directive, List<Directive> directives) {
    int equals = directive.argument().indexOf('=');
    String column = equals < 0 ? "" : directive.argument().substring(0, equals).strip();
    String expression = directive.argument().substring(equals + 1).strip();
    return expression.isEmpty()
        ? null
        : directives.stream()
            .filter(other -> other.name().equals(DirectiveRules.PARKED))
            .map(ParkedPart::of)
            .filter(Objects::nonNull)
            .filter(part -> part.isColumn(column))
            .findFirst()
            .map(part -> new RestoredColumn(part, expression))
            .orElse(null);
  }

  static void require(Path file, Directive directive, List<Directive> directives) {
    if (of(directive, directives) == null) {
      throw DirectiveRules.refused(
          file,
          directive,
          "\"restore\" does not name a column that is parked here and its value.",
          "Write \"-- slipway: restore: public.todo.text = 'unknown'\", with a column of a"
              + " \"parked\" line.");
    }
  }
}
