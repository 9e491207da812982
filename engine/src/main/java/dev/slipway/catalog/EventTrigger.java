package dev.slipway.catalog;

import java.util.List;

/**
 * An event trigger.
 *
 * @param id {@code [name]}
 * @param event when it fires, such as {@code ddl_command_end}
 * @param tags the commands that it fires for, in their order; empty for all
 * @param function the function that it calls
 * @param enabled in which sessions it fires
 */
public record EventTrigger(
    ObjectId id, String event, List<String> tags, ObjectId function, Trigger.Enabled enabled)
    implements DatabaseObject {

  /** Copies the tags. */
  public EventTrigger {
    tags = List.copyOf(tags);
  }
}
