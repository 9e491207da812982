package dev.slipway.schema;

import dev.slipway.schema.model.DefinedStatistics;
import dev.slipway.schema.model.IndexPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extended statistics of a table under definition. */
public final class StatisticsClause {

  private final JooqTable table;
  private final List<IndexPart.Key> keys;
  private List<String> kinds = List.of();
  private final String name;
  private @Nullable String comment;

  StatisticsClause(JooqTable table, String name, List<IndexPart.Key> keys) {
    this.table = table;
    this.name = name;
    this.keys = keys;
  }

  /** What is gathered: {@code ndistinct}, {@code dependencies}, {@code mcv}; all otherwise. */
  public StatisticsClause kinds(String... words) {
    open().kinds = List.of(words);
    return this;
  }

  /** Gives the statistics a comment in the database. */
  public StatisticsClause comment(String text) {
    open().comment = text;
    return this;
  }

  private StatisticsClause open() {
    table.parts().requireOpen(table.place());
    return this;
  }

  DefinedStatistics defined() {
    return new DefinedStatistics(name, kinds, keys, comment);
  }
}
