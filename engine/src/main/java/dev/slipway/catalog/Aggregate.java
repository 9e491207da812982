package dev.slipway.catalog;

import java.util.List;

/**
 * An aggregate.
 *
 * @param id {@code [schema, name(argument types)]}
 * @param arguments the arguments as the engine prints them; empty for one without
 * @param result the type of its result as the engine prints it
 * @param hypothetical whether its arguments are those of a row that is thought to be in the group
 * @param options what differs from the default, as {@code name = value} in the order of the manual,
 *     such as {@code sfunc = public.add}
 */
public record Aggregate(
    ObjectId id, String arguments, String result, boolean hypothetical, List<String> options)
    implements DatabaseObject {

  /** Copies the options. */
  public Aggregate {
    options = List.copyOf(options);
  }
}
