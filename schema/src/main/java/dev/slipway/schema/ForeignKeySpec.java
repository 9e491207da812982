package dev.slipway.schema;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.ReferentialAction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A foreign key whose target is not resolved yet. */
record ForeignKeySpec(
    @Nullable String name,
    List<String> columns,
    List<Supplier<? extends Column<?>>> targets,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferral deferral) {

  ForeignKeySpec(List<String> columns, List<Supplier<? extends Column<?>>> targets) {
    this(
        null,
        columns,
        targets,
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  ForeignKeySpec {
    columns = List.copyOf(columns);
    targets = List.copyOf(targets);
  }

  ForeignKeySpec with(ReferenceOption option) {
    return switch (option) {
      case ReferenceOption.Named(String newName) ->
          new ForeignKeySpec(newName, columns, targets, onDelete, onUpdate, deferral);
      case ReferenceOption.OnDelete(ReferentialAction action) ->
          new ForeignKeySpec(name, columns, targets, action, onUpdate, deferral);
      case ReferenceOption.OnUpdate(ReferentialAction action) ->
          new ForeignKeySpec(name, columns, targets, onDelete, action, deferral);
      case ReferenceOption.Checked(Deferral moment) ->
          new ForeignKeySpec(name, columns, targets, onDelete, onUpdate, moment);
    };
  }

  ForeignKeySpec to(List<Supplier<? extends Column<?>>> newTargets) {
    return new ForeignKeySpec(name, columns, newTargets, onDelete, onUpdate, deferral);
  }
}
