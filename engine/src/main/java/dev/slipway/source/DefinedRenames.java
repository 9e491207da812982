package dev.slipway.source;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedComposite;
import dev.slipway.schema.model.DefinedSchema;
import dev.slipway.schema.model.DefinedSequence;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The renames that a definition in Java declares. */
final class DefinedRenames {

  private final List<DeclaredRename> renames = new ArrayList<>();

  private DefinedRenames() {}

  /** The renames of schemas, then of what is in them, then of parts. */
  static List<DeclaredRename> of(Definition definition) {
    var found = new DefinedRenames();
    definition.schemas().forEach(found::schema);
    definition.types().forEach(found::type);
    for (DefinedSchema schema : definition.schemas()) {
      for (DefinedSequence sequence : schema.sequences()) {
        found.object(Kind.SEQUENCE, sequence.renamedFrom(), sequence.name());
      }
    }
    definition.tables().forEach(found::table);
    return found.renames.stream().distinct().toList();
  }

  private void schema(DefinedSchema schema) {
    if (schema.renamedFrom() != null && schema.name() != null) {
      renames.add(
          new DeclaredRename.OfObject(
              ObjectId.of(Kind.SCHEMA, schema.renamedFrom()),
              ObjectId.of(Kind.SCHEMA, schema.name())));
    }
  }

  private void type(ColumnType.Made type) {
    switch (type) {
      case ColumnType.Enumeration enumeration -> {
        object(Kind.ENUM, type.renamedFrom(), type.name());
        for (String value : enumeration.type().values()) {
          String before = enumeration.type().renamedValues().get(value);
          if (before != null) {
            part(Kind.ENUM, type.name(), before, value);
          }
        }
      }
      case ColumnType.OfComposite composite -> {
        object(Kind.COMPOSITE_TYPE, type.renamedFrom(), type.name());
        for (DefinedComposite.Attribute each : composite.type().attributes()) {
          if (each.renamedFrom() != null) {
            part(Kind.COMPOSITE_TYPE, type.name(), each.renamedFrom(), each.name());
          }
        }
      }
      case ColumnType.OfDomain domain -> object(Kind.DOMAIN, type.renamedFrom(), type.name());
    }
  }

  private void table(DefinedTable table) {
    object(Kind.TABLE, table.renamedFrom(), table.name());
    ObjectId id = id(Kind.TABLE, table.name());
    for (DefinedColumn column : table.columns()) {
      if (column.renamedFrom() != null) {
        var now = ObjectId.of(Kind.COLUMN, id.schema(), id.name(), column.name());
        renames.add(new DeclaredRename.OfObject(now.withName(column.renamedFrom()), now));
      }
    }
  }

  private void object(Kind kind, @Nullable QualifiedName before, QualifiedName now) {
    if (before != null) {
      renames.add(new DeclaredRename.OfObject(id(kind, before), id(kind, now)));
    }
  }

  private void part(Kind kind, QualifiedName whole, String before, String now) {
    renames.add(new DeclaredRename.OfPart(id(kind, whole), before, now));
  }

  /** The identity of what a definition names. */
  static ObjectId id(Kind kind, QualifiedName name) {
    String schema = name.schema();
    return ObjectId.of(kind, schema == null ? "public" : schema, name.name());
  }
}
