package dev.slipway.pull;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedExclusion;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.IndexPart;
import java.util.Map;
import org.jooq.SQLDialect;

/** Prints keys, checks and exclusion constraints as clauses of their table. */
final class KeySource {

  private KeySource() {}

  /** A primary key or a unique constraint, by the method that makes it. */
  static Chain of(String method, DefinedKey key, Place place) {
    var chain = new Chain(method + "(" + TableClauses.fields(place, key.columns()) + ")");
    if (key.nullsNotDistinct()) {
      chain.then("nullsNotDistinct()");
    }
    if (key.name() != null) {
      chain.then("named(" + JavaText.quoted(key.name()) + ")");
    }
    if (!key.include().isEmpty()) {
      chain.then("include(" + TableClauses.fields(place, key.include()) + ")");
    }
    with(chain, key.options());
    deferral(chain, key.deferral());
    if (key.comment() != null) {
      chain.then("comment", key.comment());
    }
    return chain;
  }

  /** A check with a name. */
  static Chain of(DefinedCheck check, String name) {
    String condition = check.condition().sql(SQLDialect.POSTGRES);
    var chain =
        new Chain("check(" + JavaText.quoted(name) + ", " + JavaText.of(condition, 8) + ")");
    if (!check.inherited()) {
      chain.then("noInherit()");
    }
    if (check.comment() != null) {
      chain.then("comment", check.comment());
    }
    return chain;
  }

  /** An exclusion constraint. */
  static Chain of(DefinedExclusion exclusion, Place place) {
    var chain = new Chain("exclude()");
    if (!exclusion.method().equals("gist")) {
      chain.then("using(" + JavaText.quoted(exclusion.method()) + ")");
    }
    for (DefinedExclusion.Element element : exclusion.elements()) {
      IndexPart part = element.part();
      String operators = part.operatorClass();
      chain.then(
          "with("
              + IndexSource.key(part.key(), place)
              + ", "
              + JavaText.quoted(element.operator())
              + (operators == null ? "" : ", " + JavaText.quoted(operators))
              + ")");
    }
    if (exclusion.name() != null) {
      chain.then("named(" + JavaText.quoted(exclusion.name()) + ")");
    }
    if (!exclusion.include().isEmpty()) {
      chain.then("include(" + TableClauses.fields(place, exclusion.include()) + ")");
    }
    with(chain, exclusion.options());
    if (exclusion.where() != null) {
      chain.then("where", exclusion.where().sql(SQLDialect.POSTGRES));
    }
    deferral(chain, exclusion.deferral());
    if (exclusion.comment() != null) {
      chain.then("comment", exclusion.comment());
    }
    return chain;
  }

  /** Storage parameters. */
  static void with(Chain chain, Map<String, String> options) {
    options.forEach((name, value) ->
        chain.then("with(" + JavaText.quoted(name) + ", " + parameter(value) + ")"));
  }

  /** The value of a storage parameter. */
  static String parameter(String value) {
    return value.matches("true|false|0|[1-9]\\d{0,8}") ? value : JavaText.quoted(value);
  }

  private static void deferral(Chain chain, Deferral deferral) {
    switch (deferral) {
      case NOT_DEFERRABLE -> {}
      case INITIALLY_IMMEDIATE -> chain.then("deferrable()");
      case INITIALLY_DEFERRED -> chain.then("initiallyDeferred()");
    }
  }
}
