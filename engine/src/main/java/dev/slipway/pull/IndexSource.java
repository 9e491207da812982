package dev.slipway.pull;

import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.IndexPart;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Prints an index as a clause of its table. */
final class IndexSource {

  private IndexSource() {}

  static Chain of(DefinedIndex index, Place place) {
    var chain =
        new Chain(
            "index("
                + index.parts().stream()
                    .map(part -> part(part, place))
                    .collect(Collectors.joining(", "))
                + ")");
    if (index.unique()) {
      chain.then("unique()");
    }
    if (index.nullsNotDistinct()) {
      chain.then("nullsNotDistinct()");
    }
    if (index.name() != null) {
      chain.then("named(" + JavaText.quoted(index.name()) + ")");
    }
    if (index.method() != null) {
      chain.then("using(" + JavaText.quoted(index.method()) + ")");
    }
    operators(chain, index, place);
    if (!index.include().isEmpty()) {
      chain.then("include(" + TableClauses.fields(place, index.include()) + ")");
    }
    KeySource.with(chain, index.options());
    if (index.where() != null) {
      chain.then("where", index.where().sql(SQLDialect.POSTGRES));
    }
    if (index.comment() != null) {
      chain.then("comment", index.comment());
    }
    return chain;
  }

  private static void operators(Chain chain, DefinedIndex index, Place place) {
    Set<@Nullable String> classes = new LinkedHashSet<>();
    index.parts().forEach(part -> classes.add(part.operatorClass()));
    for (IndexPart part : index.parts()) {
      String operators = part.operatorClass();
      if (operators != null && classes.size() > 1) {
        chain.then(
            "operatorClass(" + key(part.key(), place) + ", " + JavaText.quoted(operators) + ")");
      }
      if (part.collation() != null) {
        String schema = part.collation().schema();
        chain.then(
            "collation("
                + key(part.key(), place)
                + ", "
                + (schema == null ? "" : JavaText.quoted(schema) + ", ")
                + JavaText.quoted(part.collation().name())
                + ")");
      }
    }
    String common = index.parts().get(0).operatorClass();
    if (common != null && classes.size() == 1) {
      chain.then("operatorClass(" + JavaText.quoted(common) + ")");
    }
  }

  private static String part(IndexPart part, Place place) {
    String order =
        switch (part.order()) {
          case DEFAULT -> "";
          case ASCENDING -> ".asc()";
          case DESCENDING -> ".desc()";
        };
    String nulls =
        switch (part.nulls()) {
          case null -> "";
          case FIRST -> ".nullsFirst()";
          case LAST -> ".nullsLast()";
        };
    return key(part.key(), place) + order + nulls;
  }

  /** What a part is over: a field, or an expression. */
  static String key(IndexPart.Key key, Place place) {
    return switch (key) {
      case IndexPart.Key.OfColumn column -> place.field(column.name());
      case IndexPart.Key.OfExpression expression ->
          "sql(" + JavaText.of(expression.expression().sql(SQLDialect.POSTGRES), 8) + ")";
    };
  }
}
