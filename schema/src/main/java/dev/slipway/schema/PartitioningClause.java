package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.Partitioning;
import dev.slipway.schema.model.Partitioning.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a table, or a partition, under definition is divided.
 *
 * <pre>{@code
 * PartitioningClause months = partitionByRange(day);
 * months.partition("visits_2026").from("2026-01-01").to("2027-01-01");
 * months.partition("visits_rest").rest();
 * }</pre>
 *
 * <p>Partitions that pg_partman or the application makes are not named here: {@code
 * partitions_of_others} of {@code slipway.yml} names their table.
 */
public final class PartitioningClause {

  private final JooqTable table;
  private final String place;
  private final Strategy strategy;
  private final List<Field<?>> key;
  private final List<PartitionClause> partitions = new ArrayList<>();

  PartitioningClause(JooqTable table, String place, Strategy strategy, Field<?>... key) {
    this.table = table;
    this.place = place;
    this.strategy = strategy;
    for (Field<?> part : key) {
      IndexReader.requireOwn(table, "the partition key", part);
    }
    this.key = List.of(key);
    if (this.key.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.PARTITION_INVALID,
          place + ": the partition key has no columns.",
          "Name at least one column or expression.");
    }
  }

  /** Adds a partition, a table of this name in the schema of the whole. */
  public PartitionClause partition(String name) {
    return partition(table.schemaName(), name);
  }

  /** Adds a partition in another schema. */
  public PartitionClause partition(@Nullable String schema, String name) {
    table.parts().requireOpen(place);
    Names.checked(place, "partition name", name);
    var clause = new PartitionClause(table, key, schema, name);
    partitions.add(clause);
    return clause;
  }

  private static IndexPart part(Field<?> part) {
    return new IndexPart(IndexReader.key(part), IndexPart.Order.DEFAULT, null, null, null);
  }

  Partitioning defined() {
    return new Partitioning(
        strategy,
        key.stream().map(PartitioningClause::part).toList(),
        partitions.stream().map(partition -> partition.defined(strategy, key.size())).toList());
  }
}
