package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Publication;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Described;
import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.DefinedPublication;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a catalog in the words of a definition: the inverse of {@link DefinitionScripts}.
 */
final class DescribedTables {

  private static final List<String> EVERYTHING = List.of("insert", "update", "delete", "truncate");

  private final Catalog catalog;
  private final Set<ObjectId> without;
  private final Map<ObjectId, Table> tables = new TreeMap<>();
  private final DescribedTypes types;
  private final DescribedValues values;
  private final DescribedConstraints constraints;
  private final DescribedIndexes indexes;
  private final Map<ObjectId, List<PublicationMember>> members = new HashMap<>();

  private final DescribedHeirs heirs;
  private final DescribedPartitions partitions;

  private DescribedTables(Catalog catalog, Set<ObjectId> without) {
    this.catalog = catalog;
    this.without = without;
    this.types = new DescribedTypes(catalog, without);
    this.values = new DescribedValues(catalog);
    var names = new ServerNames(catalog);
    this.constraints = new DescribedConstraints(names);
    this.indexes = new DescribedIndexes(names);
    this.heirs = new DescribedHeirs(catalog);
    this.partitions = new DescribedPartitions(catalog, without);
    for (Table table : catalog.all(Table.class)) {
      if (!without.contains(table.id()) && DescribedTable.canBeSaid(catalog, table)) {
        tables.put(table.id(), table);
      }
    }
    boolean isFewer = true;
    while (isFewer) {
      isFewer = tables.keySet().removeIf(table -> !isAsAbove(table));
    }
    for (PublicationMember member : catalog.all(PublicationMember.class)) {
      members.computeIfAbsent(member.table(), key -> new ArrayList<>()).add(member);
    }
  }

  static Described of(Catalog catalog, Set<ObjectId> without) {
    return new DescribedTables(catalog, without).read();
  }

  private Described read() {
    List<DefinedTable> defined = new ArrayList<>();
    Set<ObjectId> objects = new TreeSet<>();
    for (Table table : tables.values()) {
      var described = new DescribedTable(this, catalog, table);
      defined.add(described.read());
      objects.addAll(described.objects());
    }
    return new Described(
        DescribedSchemas.of(catalog, without, types, defined, objects), defined, objects);
  }

  /** Heirs of a table that is not said are not said either. */
  private boolean isAsAbove(ObjectId table) {
    return tables.keySet().containsAll(heirs.parentsOf(table)) && heirs.areAsAbove(table);
  }

  DescribedHeirs heirs() {
    return heirs;
  }

  DescribedPartitions partitions() {
    return partitions;
  }

  DescribedTypes types() {
    return types;
  }

  DescribedValues values() {
    return values;
  }

  DescribedConstraints constraints() {
    return constraints;
  }

  DescribedIndexes indexes() {
    return indexes;
  }

  /** Whether a foreign key points at a key of a table that is said. */
  boolean isTarget(Constraint foreignKey) {
    ObjectId target = foreignKey.references();
    if (target == null || !tables.containsKey(target)) {
      return false;
    }
    Set<String> wanted = Set.copyOf(foreignKey.referencedColumns());
    for (DatabaseObject part : catalog.partsOf(target)) {
      if (part instanceof Constraint key && key.type().hasIndex() && isKey(key, wanted)) {
        return true;
      }
      if (part instanceof Index index && isKey(index, wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKey(Constraint key, Set<String> wanted) {
    DefinedKey said =
        new HashSet<>(key.columns()).equals(wanted) ? constraints.key(key, null) : null;
    return said != null && said.deferral() == Deferral.NOT_DEFERRABLE;
  }

  private boolean isKey(Index index, Set<String> wanted) {
    DefinedIndex said = index.unique() ? indexes.of(index, null) : null;
    return said != null
        && said.where() == null
        && wanted.size() == said.parts().size()
        && said.parts().stream()
            .allMatch(each ->
                each.key() instanceof IndexPart.Key.OfColumn(String name) && wanted.contains(name));
  }

  /** The publications of a table that a definition can say; what they say is added. */
  List<DefinedPublication.Member> publicationsOf(ObjectId table, Set<ObjectId> objects) {
    List<DefinedPublication.Member> said = new ArrayList<>();
    for (PublicationMember member : members.getOrDefault(table, List.of())) {
      ObjectId id = ObjectId.of(Kind.PUBLICATION, member.id().path().get(0));
      if (isPlain(catalog.find(id))) {
        String filter = member.filter();
        said.add(
            new DefinedPublication.Member(
                id.name(),
                member.columns(),
                filter == null ? null : Expression.of(Tokens.bare(filter))));
        objects.add(member.id());
        if (catalog.has(id)) {
          objects.add(id);
        }
      }
    }
    return said;
  }

  /** One that is not in the catalog is the platform's. */
  private static boolean isPlain(@Nullable DatabaseObject publication) {
    return !(publication instanceof Publication own)
        || (!own.allTables()
            && own.operations().equals(EVERYTHING)
            && !own.viaRoot()
            && own.generatedColumns() == null);
  }
}
