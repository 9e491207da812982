package dev.slipway.workspace;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import java.util.List;
import java.util.Locale;

/** A name for a migration that was given none, after what it changes. */
final class SuggestedName {

  private static final int LONGEST = 60;

  private SuggestedName() {}

  static String of(List<Change> changes) {
    List<Change> tables =
        changes.stream().filter(change -> change.id().kind() == Kind.TABLE).toList();
    List<Change> columns =
        changes.stream().filter(change -> change.id().kind() == Kind.COLUMN).toList();
    String name;
    if (tables.size() == 1) {
      name = verb(tables.get(0)) + "_" + tables.get(0).id().name();
    } else if (tables.size() > 1) {
      name =
          verb(tables.get(0))
              + "_"
              + tables.get(0).id().name()
              + "_and_"
              + (tables.size() - 1)
              + "_more";
    } else if (!columns.isEmpty()) {
      ObjectId column = columns.get(0).id();
      String more = columns.size() == 1 ? "" : "_and_" + (columns.size() - 1) + "_more";
      name = verb(columns.get(0)) + "_" + column.path().get(1) + "_" + column.name() + more;
    } else {
      ObjectId first = changes.get(0).id();
      name =
          verb(changes.get(0))
              + "_"
              + first.kind().words()
              + "_"
              + first.path().get(first.path().size() - 1);
    }
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    String cut = slug.length() > LONGEST ? slug.substring(0, LONGEST).replaceAll("_+$", "") : slug;
    return cut.isEmpty() ? "change" : cut;
  }

  private static String verb(Change change) {
    return switch (change) {
      case Change.Create create -> create.id().kind() == Kind.COLUMN ? "add" : "create";
      case Change.Drop drop -> "drop";
      case Change.Alter alter -> "alter";
      case Change.Rename rename -> "rename";
    };
  }
}
