package dev.slipway.pull;

import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.Partitioning;
import dev.slipway.schema.model.Partitioning.Bounds;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Param;
import org.jooq.SQLDialect;

/**
 * Prints how a table is divided. What has partitions is held by a variable, which is called as the
 * partition is, and {@code partitions} for the table itself.
 */
final class PartitionSource {

  private static final String CLAUSE = "dev.slipway.schema.PartitioningClause";

  private final Place place;
  private final SourceText file;
  private final List<Chain> statements = new ArrayList<>();
  private final Set<String> taken;

  private PartitionSource(Place place, SourceText file) {
    this.place = place;
    this.file = file;
    this.taken = new HashSet<>(place.fields().values());
  }

  /** The statements of a table's constructor. */
  static List<Chain> of(Partitioning partitioning, Place place, SourceText file) {
    var source = new PartitionSource(place, file);
    String division = source.division(partitioning);
    if (partitioning.partitions().isEmpty()) {
      source.statements.add(new Chain(division));
    } else {
      String variable = source.variable("partitions");
      source.statements.add(new Chain(source.held(variable) + division));
      partitioning.partitions().forEach(each -> source.add(variable, each));
    }
    return source.statements;
  }

  private String variable(String wanted) {
    String free = JavaNames.free(wanted, taken::contains);
    taken.add(free);
    return free;
  }

  private String held(String variable) {
    return file.use(CLAUSE) + " " + variable + " = ";
  }

  private String division(Partitioning partitioning) {
    String method =
        switch (partitioning.strategy()) {
          case RANGE -> "partitionByRange";
          case LIST -> "partitionByList";
          case HASH -> "partitionByHash";
        };
    return partitioning.key().stream()
        .map(IndexPart::key)
        .map(key -> IndexSource.key(key, place))
        .collect(Collectors.joining(", ", method + "(", ")"));
  }

  private void add(String whole, Partitioning.Partition partition) {
    Partitioning divided = partition.partitioning();
    boolean isHeld = divided != null && !divided.partitions().isEmpty();
    String variable = isHeld ? variable(JavaNames.field(partition.name().name())) : "";
    var chain =
        new Chain(
            (isHeld ? held(variable) : "") + whole + ".partition(" + name(partition.name()) + ")");
    bounds(chain, partition.bounds());
    if (partition.unlogged()) {
      chain.then("unlogged()");
    }
    KeySource.with(chain, partition.options());
    if (partition.comment() != null) {
      chain.then("comment", partition.comment());
    }
    if (divided != null) {
      chain.then(division(divided));
    }
    statements.add(chain);
    if (divided != null) {
      divided.partitions().forEach(each -> add(variable, each));
    }
  }

  private String name(QualifiedName name) {
    String quoted = JavaText.quoted(name.name());
    String schema = name.schema();
    if (Objects.equals(schema, place.table().name().schema())) {
      return quoted;
    }
    return JavaText.quoted(schema == null ? "public" : schema) + ", " + quoted;
  }

  private static void bounds(Chain chain, Bounds bounds) {
    switch (bounds) {
      case Bounds.Between between -> {
        chain.then("from(" + values(between.from()) + ")");
        chain.then("to(" + values(between.to()) + ")");
      }
      case Bounds.In in -> chain.then("in(" + values(in.values()) + ")");
      case Bounds.Remainder share ->
          chain.then("remainder(" + share.modulus() + ", " + share.remainder() + ")");
      case Bounds.Rest rest -> chain.then("rest()");
    }
  }

  private static String values(List<Expression> values) {
    return values.stream().map(PartitionSource::value).collect(Collectors.joining(", "));
  }

  private static String value(Expression value) {
    if (value instanceof Expression.Part(Param<?> literal)
        && literal.getValue() instanceof String text) {
      return JavaText.quoted(text);
    }
    String sql = value.sql(SQLDialect.POSTGRES);
    if (sql.equals("MINVALUE") || sql.equals("MAXVALUE")) {
      return sql;
    }
    if (sql.equals("true") || sql.equals("false") || sql.matches("0|[1-9]\\d{0,8}")) {
      return sql;
    }
    return "sql(" + JavaText.quoted(sql) + ")";
  }
}
