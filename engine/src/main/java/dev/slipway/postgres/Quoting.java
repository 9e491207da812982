package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one place where identifiers and literals become SQL text. */
final class Quoting {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private static final String QUOTE = "$slipway$";

  /**
   * Every key word that is not "non-reserved" in some supported version (PostgreSQL manual,
   * Appendix C): quoting one too many is harmless.
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric authorization between bigint binary"
               + " bit boolean both case cast char character check coalesce collate collation"
               + " column concurrently constraint create cross current_catalog current_date"
               + " current_role current_schema current_time current_timestamp current_user dec"
               + " decimal default deferrable desc distinct do else end except exists extract false"
               + " fetch float for foreign freeze from full grant greatest group grouping having"
               + " ilike in initially inner inout int integer intersect interval into is isnull"
               + " join json json_array json_arrayagg json_exists json_object json_objectagg"
               + " json_query json_scalar json_serialize json_table json_value lateral leading"
               + " least left like limit localtime localtimestamp merge_action national natural"
               + " nchar none normalize not notnull null nullif numeric offset on only or order out"
               + " outer overlaps overlay placing position precision primary real references"
               + " returning right row select session_user setof similar smallint some substring"
               + " symmetric system_user table tablesample then time timestamp to trailing treat"
               + " trim true union unique user using values varchar variadic verbose when where"
               + " window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces"
               + " xmlparse xmlpi xmlroot xmlserialize xmltable")
              .split(" "));

  private Quoting() {}

  /** A name as an identifier, in double quotes where it needs them. */
  static String identifier(String name) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name can't hold the character 0");
    }
    if (PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)) {
      return name;
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Names as a comma-separated list of identifiers. */
  static String identifiers(List<String> names) {
    return names.stream().map(Quoting::identifier).collect(Collectors.joining(", "));
  }

  /** The last name of an identity, as an identifier. */
  static String name(ObjectId id) {
    return identifier(id.name());
  }

  /**
   * The first two names of an identity's path, schema-qualified: for a table itself and for
   * everything within it.
   */
  static String qualified(ObjectId id) {
    return identifier(id.path().get(0)) + "." + identifier(id.path().get(1));
  }

  /** A block of PL/pgSQL as a statement of its own. */
  static String block(String body) {
    return "do " + body(body);
  }

  /** A text of PL/pgSQL as what a routine or a block consists of. */
  static String body(String body) {
    return body.contains(QUOTE) ? literal(body) : QUOTE + "\n" + body + QUOTE;
  }

  /** A text as a literal that means the same whatever {@code standard_conforming_strings} says. */
  static String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a text can't hold the character 0");
    }
    String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
    return text.indexOf('\\') >= 0 ? "E" + quoted : quoted;
  }
}
