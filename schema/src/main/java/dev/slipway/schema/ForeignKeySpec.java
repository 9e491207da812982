package dev.slipway.schema;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.ReferentialAction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A foreign key whose target is not resolved yet. */
record ForeignKeySpec(List<String> columns, Target target, Rules rules) {

  /** What is referenced. */
  sealed interface Target {

    /** Columns of a table of the definition. */
    record Columns(List<Supplier<? extends Column<?>>> suppliers) implements Target {

      public Columns {
        suppliers = List.copyOf(suppliers);
      }
    }

    /** Columns of a table that is somebody else's, such as the platform's. */
    record Foreign(QualifiedName table, List<String> columns) implements Target {

      public Foreign {
        columns = List.copyOf(columns);
      }
    }
  }

  /** What its options said. */
  record Rules(
      @Nullable String name,
      ReferentialAction onDelete,
      List<Column<?>> setColumns,
      ReferentialAction onUpdate,
      boolean matchFull,
      Deferral deferral,
      @Nullable String comment) {

    static final Rules NONE =
        new Rules(
            null,
            ReferentialAction.NO_ACTION,
            List.of(),
            ReferentialAction.NO_ACTION,
            false,
            Deferral.NOT_DEFERRABLE,
            null);
  }

  ForeignKeySpec(List<String> columns, List<Supplier<? extends Column<?>>> targets) {
    this(columns, new Target.Columns(targets), Rules.NONE);
  }

  ForeignKeySpec {
    columns = List.copyOf(columns);
  }

  ForeignKeySpec with(ReferenceOption option) {
    Rules r = rules;
    Rules more =
        switch (option) {
          case ReferenceOption.Named(String name) ->
              new Rules(
                  name, r.onDelete, r.setColumns, r.onUpdate, r.matchFull, r.deferral, r.comment);
          case ReferenceOption.OnDelete(ReferentialAction action, List<Column<?>> set) ->
              new Rules(r.name, action, set, r.onUpdate, r.matchFull, r.deferral, r.comment);
          case ReferenceOption.OnUpdate(ReferentialAction action) ->
              new Rules(
                  r.name, r.onDelete, r.setColumns, action, r.matchFull, r.deferral, r.comment);
          case ReferenceOption.Match ignored ->
              new Rules(r.name, r.onDelete, r.setColumns, r.onUpdate, true, r.deferral, r.comment);
          case ReferenceOption.Checked(Deferral moment) ->
              new Rules(
                  r.name, r.onDelete, r.setColumns, r.onUpdate, r.matchFull, moment, r.comment);
          case ReferenceOption.Commented(String text) ->
              new Rules(
                  r.name, r.onDelete, r.setColumns, r.onUpdate, r.matchFull, r.deferral, text);
        };
    return new ForeignKeySpec(columns, target, more);
  }

  ForeignKeySpec to(Target newTarget) {
    return new ForeignKeySpec(columns, newTarget, rules);
  }
}
