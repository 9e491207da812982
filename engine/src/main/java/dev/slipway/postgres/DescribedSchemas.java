package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.DefinedSchema;
import dev.slipway.schema.model.DefinedSequence;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in schemas beside tables, in the words of a definition: domains, sequences, and the types
 * that no column uses.
 */
final class DescribedSchemas {

  private final Catalog catalog;
  private final Set<ObjectId> without;
  private final Map<String, Parts> schemas = new TreeMap<>();

  private DescribedSchemas(Catalog catalog, Set<ObjectId> without) {
    this.catalog = catalog;
    this.without = without;
  }

  private record Parts(
      List<dev.slipway.schema.model.DefinedDomain> domains,
      List<ColumnType> types,
      List<DefinedSequence> sequences) {}

  /**
   * The schemas that have something to say; what they say is added.
   *
   * @param catalog the catalog
   * @param without what shall not be said
   * @param types the types of the catalog
   * @param tables the tables that are said
   * @param objects what they say
   */
  static List<DefinedSchema> of(
      Catalog catalog,
      Set<ObjectId> without,
      DescribedTypes types,
      List<DefinedTable> tables,
      Set<ObjectId> objects) {
    var schemas = new DescribedSchemas(catalog, without);
    schemas.types(types, tables, objects);
    schemas.sequences(objects);
    List<DefinedSchema> all = new ArrayList<>();
    schemas.schemas.forEach((name, parts) ->
        all.add(
            new DefinedSchema(
                name.equals("public") ? null : name,
                null,
                null,
                List.of(),
                List.of(),
                parts.domains,
                parts.types,
                parts.sequences,
                List.of(),
                List.of())));
    return all;
  }

  private Parts in(String schema) {
    return schemas.computeIfAbsent(
        schema, key -> new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
  }

  private void types(DescribedTypes types, List<DefinedTable> tables, Set<ObjectId> objects) {
    Set<ColumnType.Made> made = new HashSet<>(Definition.of(tables).types());
    for (ColumnType.Made type : types.made()) {
      if (type instanceof ColumnType.OfDomain) {
        type.parts().filter(part -> !part.equals(type)).forEach(part -> remember(part, made));
      }
    }
    for (ColumnType.Made type : types.made()) {
      types.say(type, objects);
      Parts parts = in(DefinedTypes.schema(type.name()));
      if (type instanceof ColumnType.OfDomain domain) {
        parts.domains.add(domain.domain());
      } else if (!made.contains(type)) {
        parts.types.add(type);
      }
    }
    schemas.values().removeIf(parts -> parts.domains.isEmpty() && parts.types.isEmpty());
  }

  private static void remember(ColumnType type, Set<ColumnType.Made> made) {
    if (type instanceof ColumnType.Made each) {
      made.add(each);
    }
  }

  private void sequences(Set<ObjectId> objects) {
    for (Sequence sequence : catalog.all(Sequence.class)) {
      SequenceOwner owner =
          catalog.find(ObjectId.about(Kind.SEQUENCE_OWNER, sequence.id()))
                  instanceof SequenceOwner found
              ? found
              : null;
      boolean isSaid =
          !without.contains(sequence.id())
              && !objects.contains(sequence.id())
              && !sequence.id().name().isBlank()
              && List.of("smallint", "integer", "bigint").contains(sequence.type())
              && (owner == null || canBeSaid(owner, objects));
      if (isSaid) {
        in(sequence.id().schema()).sequences.add(sequence(sequence, owner, objects));
      }
    }
  }

  private static boolean canBeSaid(SequenceOwner owner, Set<ObjectId> objects) {
    return owner.role() == null
        && objects.contains(owner.column())
        && objects.contains(tableOf(owner.column()))
        && owner.column().schema().equals(owner.sequence().schema());
  }

  private static ObjectId tableOf(ObjectId column) {
    return ObjectId.of(Kind.TABLE, column.path().get(0), column.path().get(1));
  }

  private DefinedSequence sequence(
      Sequence sequence, @Nullable SequenceOwner owner, Set<ObjectId> objects) {
    ObjectId id = sequence.id();
    objects.add(id);
    objects.add(ObjectId.of(Kind.SCHEMA, id.schema()));
    DefinedSequence.Owner owned = null;
    if (owner != null) {
      objects.add(owner.id());
      List<String> column = owner.column().path();
      owned =
          new DefinedSequence.Owner(
              DescribedTypes.name(column.get(0), column.get(1)), column.get(2));
    }
    List<DefinedGrant> grants = new ArrayList<>();
    String comment = null;
    for (DatabaseObject part : catalog.partsOf(id)) {
      if (part instanceof Grant grant) {
        List<DefinedGrant> said = DescribedGrants.of(grant);
        if (said != null) {
          grants.addAll(said);
          objects.add(grant.id());
        }
      } else if (part instanceof Comment found) {
        comment = found.text();
        objects.add(found.id());
      }
    }
    return new DefinedSequence(
        DescribedTypes.name(id.schema(), id.name()),
        DescribedTypes.integer(sequence.type()),
        DescribedCounting.of(sequence.options(), sequence.type()),
        sequence.unlogged(),
        owned,
        grants,
        comment,
        null);
  }
}
