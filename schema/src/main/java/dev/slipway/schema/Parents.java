package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables that a table inherits from. */
final class Parents {

  private Parents() {}

  /** Their names, after a look whether they have what the table calls inherited. */
  static List<QualifiedName> names(TableDefinition table) {
    List<TableDefinition> parents = new ArrayList<>();
    for (Supplier<? extends TableDefinition> each : table.parts().inherits) {
      @Nullable TableDefinition parent = each.get();
      if (parent == null) {
        throw wrong(
            table.place(),
            "the table that it inherits from is null.",
            "Refer to a table's constant inside a lambda, as in inherits(() -> PEOPLE).");
      }
      parent.seal();
      parents.add(parent);
    }
    for (Column<?> column : table.parts().columns()) {
      if (column.spec().traits().inherited()) {
        requireIn(parents, column);
      }
    }
    return parents.stream()
        .map(parent -> new QualifiedName(parent.schemaName(), parent.definedName()))
        .toList();
  }

  private static void requireIn(List<TableDefinition> parents, Column<?> column) {
    for (TableDefinition parent : parents) {
      @Nullable Column<?> above = parent.parts().column(column.spec().name());
      if (above != null) {
        if (!above.spec().type().equals(column.spec().type())) {
          throw wrong(
              column.where(),
              "it is inherited, and of another type in the table " + parent.displayName() + ".",
              "Declare it with the type that it has there.");
        }
        requireNothingElse(column.spec(), above.spec(), column.where());
        return;
      }
    }
    throw wrong(
        column.where(),
        "it is inherited, but no table that its table inherits from has it.",
        "Name the table with inherits(() -> PEOPLE), or leave inherited() out.");
  }

  private static void requireNothingElse(ColumnSpec column, ColumnSpec above, String place) {
    ColumnTraits traits = column.traits();
    boolean isPlain =
        column.value() == null
            && column.reference() == null
            && column.checks().isEmpty()
            && !column.unique()
            && !column.primaryKey()
            && traits.equals(ColumnTraits.NONE.withInherited())
            && (!column.notNull() || above.notNull());
    if (!isPlain) {
      throw wrong(
          place,
          "it is inherited, and says more than the table that it comes from.",
          "Say it there; here the type is enough, and notNull() where it is so there.");
    }
  }

  private static SlipwayException wrong(String place, String what, String next) {
    return new SlipwayException(DefinitionError.INHERITANCE_INVALID, place + ": " + what, next);
  }
}
