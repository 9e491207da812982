package dev.slipway.postgres;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.ReferentialAction;
import dev.slipway.schema.model.Role;
import dev.slipway.schema.model.SequenceOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Clauses that several statements of a schema definition have. */
final class DefinedWords {

  private DefinedWords() {}

  static String sql(Expression expression) {
    return expression.sql(SQLDialect.POSTGRES);
  }

  /** A constraint's name, before it. */
  static String named(@Nullable String constraint) {
    return constraint == null ? "" : "constraint " + Quoting.identifier(constraint) + " ";
  }

  static String action(String words, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION
        ? ""
        : words + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " deferrable";
      case INITIALLY_DEFERRED -> " deferrable initially deferred";
    };
  }

  static String collation(@Nullable QualifiedName collation) {
    if (collation == null) {
      return "";
    }
    @Nullable String schema = collation.schema();
    return " collate "
        + (schema == null ? "" : Quoting.identifier(schema) + ".")
        + Quoting.identifier(collation.name());
  }

  static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " include (" + Quoting.identifiers(columns) + ")";
  }

  /** Storage parameters; those of the table behind hold a dot. */
  static String options(Map<String, String> options) {
    return options.isEmpty()
        ? ""
        : options.entrySet().stream()
            .map(option -> parameter(option.getKey()) + " = " + Quoting.literal(option.getValue()))
            .collect(Collectors.joining(", ", " with (", ")"));
  }

  private static String parameter(String name) {
    return Arrays.stream(name.split("\\.", 2))
        .map(Quoting::identifier)
        .collect(Collectors.joining("."));
  }

  /** How a sequence counts. */
  static String counting(SequenceOptions options) {
    List<String> words = new ArrayList<>();
    add(words, "start with ", options.start());
    add(words, "increment by ", options.increment());
    add(words, "minvalue ", options.least());
    add(words, "maxvalue ", options.greatest());
    add(words, "cache ", options.cache());
    if (options.cycles()) {
      words.add("cycle");
    }
    return String.join(" ", words);
  }

  private static void add(List<String> words, String word, @Nullable Long value) {
    if (value != null) {
      words.add(word + value);
    }
  }

  /** A grant on an object; the object begins with its kind's word. */
  static String grant(DefinedGrant grant, String object) {
    String columns =
        grant.columns().isEmpty() ? "" : " (" + Quoting.identifiers(grant.columns()) + ")";
    String privileges =
        grant.privileges().isEmpty()
            ? "all" + columns
            : grant.privileges().stream()
                .map(privilege -> privilege.name().toLowerCase(Locale.ROOT) + columns)
                .collect(Collectors.joining(", "));
    return "grant "
        + privileges
        + " on "
        + object
        + " to "
        + roles(grant.roles())
        + (grant.grantable() ? " with grant option" : "");
  }

  /** The word {@code public} means everyone only where it is not quoted. */
  static String roles(List<Role> roles) {
    return roles.stream()
        .map(role -> role.isPublic() ? "public" : Quoting.identifier(role.name()))
        .collect(Collectors.joining(", "));
  }

  /** A comment on an object, which begins with its kind's word. */
  static String comment(String object, String text) {
    return "comment on " + object + " is " + Quoting.literal(text);
  }
}
