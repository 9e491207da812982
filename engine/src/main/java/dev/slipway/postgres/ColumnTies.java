package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Publication;
import dev.slipway.catalog.PublicationSchema;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is tied to a column before and after, and goes over to the column that takes its place. What
 * is there on one side only comes later or went before.
 *
 * @param indexes the indexes that it is part of, as they shall be
 * @param owned the sequences that go with it
 * @param said what is said about it and about the indexes
 */
record ColumnTies(List<Index> indexes, List<SequenceOwner> owned, List<DatabaseObject> said) {

  /** Collects while it is found. */
  private ColumnTies() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** What is tied to a column; null where something is that can't be with another column. */
  static @Nullable ColumnTies of(Column column, Catalog from, Catalog to) {
    if (isTableTied(column.parent(), from) || isTableTied(column.parent(), to)) {
      return null;
    }
    var ties = new ColumnTies();
    for (ObjectId id : tied(column.id(), from, to)) {
      if (!ties.take(id, column, from, to)) {
        return null;
      }
    }
    return ties;
  }

  /** What is tied to a column, or to what is, on one side or the other. */
  private static Set<ObjectId> tied(ObjectId column, Catalog from, Catalog to) {
    Set<ObjectId> ids = new TreeSet<>();
    for (Catalog catalog : List.of(from, to)) {
      around(column, catalog)
          .forEach(id -> {
            ids.add(id);
            if (id.kind() == Kind.INDEX) {
              ids.addAll(around(id, catalog));
            }
          });
    }
    return ids;
  }

  private static Set<ObjectId> around(ObjectId id, Catalog in) {
    Set<ObjectId> ids = new TreeSet<>(in.dependencies().dependentsOf(id));
    in.partsOf(id).forEach(part -> ids.add(part.id()));
    return ids;
  }

  /**
   * A further column would be in the way of a type, of what inherits, and of subscribers whose
   * tables have it not.
   */
  private static boolean isTableTied(ObjectId table, Catalog in) {
    return !(in.find(table) instanceof Table plain)
        || plain.ofType() != null
        || in.partsOf(table).stream()
            .anyMatch(part -> part instanceof Partition || part instanceof Inheritance)
        || in.dependencies().dependentsOf(table).stream()
            .anyMatch(user -> user.kind() == Kind.PUBLICATION_MEMBER)
        || in.all(Publication.class).stream().anyMatch(Publication::allTables)
        || in.all(PublicationSchema.class).stream()
            .anyMatch(published -> published.schema().equals(table.schema()));
  }

  private boolean take(ObjectId id, Column column, Catalog from, Catalog to) {
    DatabaseObject old = from.find(id);
    DatabaseObject now = to.find(id);
    boolean isSame = Objects.equals(old, now);
    boolean isOnOneSide = old == null || now == null;
    return switch (old == null ? now : old) {
      case ColumnDefault value ->
          value.column().equals(column.id())
              && (isSame || isOnOneSide || needsSame(id, column.id(), from, to));
      case Index index ->
          isOnOneSide
              || (now instanceof Index other
                  && index.relation().equals(column.parent())
                  && index.relation().equals(other.relation())
                  && (isSame || (!index.unique() && !other.unique()))
                  && (isOfNames(other) || isAloneIn(id, column, from, to))
                  && indexes.add(other));
      case SequenceOwner owner ->
          isOnOneSide || (isSame && owner.column().equals(column.id()) && owned.add(owner));
      case Comment comment -> isOnOneSide || (isSame && said.add(comment));
      case Grant grant -> isOnOneSide || (isSame && said.add(grant));
      case Constraint constraint -> false;
      case null, default -> false;
    };
  }

  /** Whether its text means the same whatever types its columns are of. */
  private static boolean isOfNames(Index index) {
    return index.predicate().isEmpty()
        && index.keys().stream()
            .allMatch(key -> {
              Tokens tokens = Tokens.of(key);
              return tokens.size() == 1 && tokens.list().getFirst().isName();
            });
  }

  /** Whether no other column of what it is part of becomes of another type as well. */
  private static boolean isAloneIn(ObjectId whole, Column column, Catalog from, Catalog to) {
    return from.dependencies().of(whole).stream()
        .filter(need -> need.kind() == Kind.COLUMN && !need.equals(column.id()))
        .allMatch(need ->
            from.find(need) instanceof Column old
                && to.find(need) instanceof Column now
                && old.type().equals(now.type()));
  }

  /** Whether another default needs nothing that may be there on one side only. */
  private static boolean needsSame(ObjectId value, ObjectId column, Catalog from, Catalog to) {
    Set<ObjectId> old = new TreeSet<>(from.dependencies().of(value));
    Set<ObjectId> now = new TreeSet<>(to.dependencies().of(value));
    old.remove(column);
    now.remove(column);
    return old.equals(now)
        && old.stream().allMatch(need -> Objects.equals(from.find(need), to.find(need)));
  }
}
