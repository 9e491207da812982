package dev.slipway.backup;

import java.util.List;

/**
 * What a statement behind the rows touches.
 *
 * @param tables the tables, as dotted names; none where it may touch anything
 * @param shared whether others of the kind may touch them meanwhile, as builds of indexes may
 */
public record Tie(List<String> tables, boolean shared) {

  /** Copies the tables. */
  public Tie {
    tables = List.copyOf(tables);
  }
}
