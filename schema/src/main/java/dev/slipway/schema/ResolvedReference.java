package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.ReferentialAction;
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

  /** All foreign keys of a table to tables of the definition: those of its columns first. */
  static List<ResolvedReference> of(TableDefinition table) {
    return specs(table).stream()
        .filter(spec -> spec.target() instanceof ForeignKeySpec.Target.Columns)
        .map(spec -> resolve(table, spec))
        .toList();
  }

  /** All foreign keys of a table as they are defined, in the same order. */
  static List<DefinedForeignKey> defined(TableDefinition table) {
    return specs(table).stream()
        .map(spec ->
            switch (spec.target()) {
              case ForeignKeySpec.Target.Columns ignored -> resolve(table, spec).complete(table);
              case ForeignKeySpec.Target.Foreign(QualifiedName name, List<String> columns) ->
                  defined(table, spec, name, /* elsewhere= */ true, columns);
            })
        .toList();
  }

  private static List<ForeignKeySpec> specs(TableDefinition table) {
    var specs = new ArrayList<ForeignKeySpec>();
    for (Column<?> column : table.parts().columns()) {
      ForeignKeySpec reference = column.spec().reference();
      if (reference != null) {
        specs.add(reference);
      }
    }
    table.parts().foreignKeys.forEach(clause -> specs.add(clause.spec()));
    return specs;
  }

  private static String place(TableDefinition table, ForeignKeySpec spec) {
    return table.place() + ", foreign key of " + String.join(", ", spec.columns());
  }

  private static ResolvedReference resolve(TableDefinition table, ForeignKeySpec spec) {
    String place = place(table, spec);
    if (!(spec.target() instanceof ForeignKeySpec.Target.Columns(var targets))
        || targets.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.REFERENCE_UNRESOLVED,
          place + ": it references nothing.",
          "Complete it with references(() -> OTHER.column).");
    }
    List<Column<?>> columns = targets.stream().<Column<?>>map(t -> ask(place, t)).toList();
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
    target.seal();
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

  private DefinedForeignKey complete(TableDefinition table) {
    return defined(
        table,
        spec,
        new QualifiedName(target.schemaName(), target.definedName()),
        /* elsewhere= */ false,
        targetColumns);
  }

  private static DefinedForeignKey defined(
      TableDefinition table,
      ForeignKeySpec spec,
      QualifiedName target,
      boolean elsewhere,
      List<String> targetColumns) {
    String place = place(table, spec);
    if (targetColumns.size() != spec.columns().size()) {
      throw invalid(
          place,
          spec.columns().size()
              + " columns can't reference "
              + targetColumns.size()
              + ": "
              + target
              + "("
              + String.join(", ", targetColumns)
              + ")",
          "Name as many referenced columns as referencing ones.");
    }
    ForeignKeySpec.Rules rules = spec.rules();
    List<String> set =
        rules.setColumns().stream()
            .map(column -> OwnColumns.name(table, "a foreign key's onDelete", column))
            .toList();
    if (!spec.columns().containsAll(set)) {
      throw invalid(
          place, "onDelete sets a column that is not one of the key's", "Name columns of the key.");
    }
    boolean sets =
        rules.onDelete() == ReferentialAction.SET_NULL
            || rules.onDelete() == ReferentialAction.SET_DEFAULT;
    if (!set.isEmpty() && !sets) {
      throw invalid(
          place,
          "onDelete names columns, but sets none",
          "Name them with SET_NULL or SET_DEFAULT.");
    }
    return new DefinedForeignKey(
        rules.name(),
        spec.columns(),
        target,
        elsewhere,
        targetColumns,
        rules.onDelete(),
        rules.onUpdate(),
        set,
        rules.matchFull(),
        rules.deferral(),
        ClauseParts.comment(place, "it", rules.name(), rules.comment()));
  }
}
