package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows that a statement would change, from what {@code explain} says of it. */
final class ExplainedRows {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String NODE = "Node Type";
  private static final String PARTS = "Plans";

  private ExplainedRows() {}

  static List<RowChange> of(String json) {
    List<RowChange> changes = new ArrayList<>();
    for (JsonNode plan : MAPPER.readTree(json)) {
      collect(plan.path("Plan"), changes);
    }
    return changes;
  }

  /** How many rows the server expects a statement to change or remove. */
  static long estimate(String json) {
    long rows = 0;
    for (JsonNode plan : MAPPER.readTree(json)) {
      rows += taken(plan.path("Plan"));
    }
    return rows;
  }

  private static long taken(JsonNode node) {
    long rows = 0;
    boolean takes =
        node.path(NODE).asString("").equals("ModifyTable")
            && !node.path("Operation").asString("").equals("Insert");
    for (JsonNode part : node.path(PARTS)) {
      rows += taken(part);
      if (takes && !part.path("Parent Relationship").asString("").equals("InitPlan")) {
        rows += part.path("Plan Rows").asLong(0);
      }
    }
    return rows;
  }

  private static void collect(JsonNode node, List<RowChange> changes) {
    if (node.path(NODE).asString("").equals("ModifyTable")) {
      RowChange.Operation operation =
          RowChange.Operation.valueOf(node.path("Operation").asString("").toUpperCase(Locale.ROOT));
      changes.add(
          new RowChange(
              operation,
              ObjectId.of(
                  Kind.TABLE,
                  node.path("Schema").asString(""),
                  node.path("Relation Name").asString("")),
              hasCondition(node)));
    }
    node.path(PARTS).forEach(part -> collect(part, changes));
  }

  private static boolean hasCondition(JsonNode node) {
    for (String key : node.propertyNames()) {
      if (key.endsWith("Cond") || key.endsWith("Filter") || key.equals("Function Call")) {
        return true;
      }
    }
    String type = node.path(NODE).asString("");
    if (type.equals("Limit") || type.contains("Join") || type.equals("Nested Loop")) {
      return true;
    }
    for (JsonNode part : node.path(PARTS)) {
      if (hasCondition(part)) {
        return true;
      }
    }
    return false;
  }
}
