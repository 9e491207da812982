package dev.slipway.cli.output;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import java.util.stream.Collectors;

/** That answers of rows are not the whole. */
public final class HiddenRows {

  private HiddenRows() {}

  /** One line for a person. */
  public static String line(List<ObjectId> tables) {
    return "Row level security hides rows of "
        + tables.stream().map(ObjectId::dotted).collect(Collectors.joining(", "))
        + " from the role that asks: what the others say is not the whole. Ask as a role with"
        + " BYPASSRLS, or as the owner where it is not forced.";
  }
}
