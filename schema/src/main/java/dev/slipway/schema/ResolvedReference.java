package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key whose target is known.
 *
 * @param spec what the definition says
 * @param target the referenced table, never an alias
 * @param targetColumns the names of the referenced columns
 * @param key the target's key over these columns
 */
record ResolvedReference(
    ForeignKeySpec spec, TableDefinition target, List<String> targetColumns, DefinedKey key) {

  /** All foreign keys of a table: those of its columns first. */
  static List<ResolvedReference> of(TableDefinition table) {
    var references = new ArrayList<ResolvedReference>();
    for (Column<?> column : table.parts().columns()) {
      ForeignKeySpec reference = column.spec().reference();
      if (reference != null) {
        references.add(resolve(table, reference));
      }
    }
    for (ForeignKeyClause clause : table.parts().foreignKeys) {
      references.add(resolve(table, clause.spec()));
    }
    return List.copyOf(references);
  }

  private static ResolvedReference resolve(TableDefinition table, ForeignKeySpec spec) {
    String place =
        "Table " + table.displayName() + ", foreign key of " + String.join(", ", spec.columns());
    if (spec.targets().isEmpty()) {
      throw new SlipwayException(
          DefinitionError.REFERENCE_UNRESOLVED,
          place + ": it references nothing.",
          "Complete it with references(() -> OTHER.column).");
    }
    List<Column<?>> columns = spec.targets().stream().<Column<?>>map(t -> ask(place, t)).toList();
    TableDefinition target = columns.getFirst().definedIn();
    List<String> names = columns.stream().map(column -> column.spec().name()).toList();
    if (columns.stream().anyMatch(column -> column.definedIn().parts() != target.parts())) {
      throw invalid(
          place,
          "its targets are columns of several tables",
          "Reference the columns of one table.");
    }
    if (names.size() != spec.columns().size()) {
      throw invalid(
          place,
          spec.columns().size()
              + " columns can't reference "
              + names.size()
              + ": "
              + named(target, names),
          "Name as many referenced columns as referencing ones.");
    }
    target.parts().seal();
    DefinedKey key = KeyReader.over(target, names);
    if (key == null) {
      throw invalid(
          place,
          named(target, names) + " is neither a primary key nor unique",
          "Make the referenced columns the primary key, or unique, as a whole.");
    }
    return new ResolvedReference(spec, target, names, key);
  }

  private static Column<?> ask(String place, Supplier<? extends Column<?>> target) {
    @Nullable Column<?> column;
    try {
      column = target.get();
    } catch (RuntimeException | LinkageError failed) {
      Throwable root = failed;
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof SlipwayException readable) {
          throw readable;
        }
        root = cause;
      }
      if (root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError) {
        throw new SlipwayException(
            DefinitionError.REFERENCE_UNRESOLVED,
            place + ": its target needs the class " + root.getMessage() + ", which is not there.",
            "Compile it with the others, or name the jar or folder that has it under `classpath:`"
                + " in slipway.yml.",
            failed);
      }
      throw unresolved(place, "its target can't be read: " + root.getMessage(), failed);
    }
    if (column == null) {
      throw unresolved(place, "its target is null", null);
    }
    return column;
  }

  private static SlipwayException unresolved(String place, String what, @Nullable Throwable cause) {
    return new SlipwayException(
        DefinitionError.REFERENCE_UNRESOLVED,
        place + ": " + what + ".",
        "Refer to a column of a table's constant inside a lambda, as in references(() -> USERS.id),"
            + " and read definitions only after all their classes are initialized.",
        cause);
  }

  private static SlipwayException invalid(String place, String what, String next) {
    return new SlipwayException(DefinitionError.REFERENCE_INVALID, place + ": " + what + ".", next);
  }

  private static String named(TableDefinition table, List<String> columns) {
    return table.displayName() + "(" + String.join(", ", columns) + ")";
  }

  DefinedForeignKey defined() {
    return new DefinedForeignKey(
        spec.name(),
        spec.columns(),
        new QualifiedName(target.schemaName(), target.definedName()),
        targetColumns,
        spec.onDelete(),
        spec.onUpdate(),
        spec.deferral());
  }
}
