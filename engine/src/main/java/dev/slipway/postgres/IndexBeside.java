package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index with the column that takes the place of another one.
 *
 * @param index as it shall be called in the end
 * @param young the same of the new column, under another name
 * @param aside what the old one is called then
 */
record IndexBeside(Index index, Index young, ObjectId aside) {

  /** Such an index; null where its text can't be told with another column. */
  static @Nullable IndexBeside of(Index index, BesideNames names, Catalog from, Catalog to) {
    int keys = index.definition().indexOf('(');
    String definition =
        RenamedColumn.in(
            index.definition().substring(keys), names.column().name(), names.young().name());
    return definition == null
        ? null
        : new IndexBeside(
            index,
            with(
                index,
                AsideNames.ofIndex(index.id(), BesideNames.NEW, from, to),
                index.definition().substring(0, keys) + definition),
            AsideNames.ofIndex(index.id(), BesideNames.OLD, from, to));
  }

  List<Statement> create(Catalog to) {
    return OnlineIndexSql.create(young, to);
  }

  List<Statement> exchange(Catalog to) {
    return List.of(
        new IndexSql().rename(index.id(), aside, to).getFirst(),
        new IndexSql().rename(young.id(), index.id(), to).getFirst());
  }

  Statement dropOld() {
    Index old = with(index, aside, index.definition());
    return OnlineIndexSql.concurrently(new IndexSql().drop(old).getFirst().sql(), index.relation());
  }

  private static Index with(Index index, ObjectId id, String definition) {
    return new Index(
        id,
        index.relation(),
        index.unique(),
        definition,
        index.keys(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.statistics());
  }
}
