package dev.slipway.migration;

import dev.slipway.dialect.Effect;

/**
 * What a person says became of a segment that was begun, where nothing else can tell.
 *
 * @param migration the migration's name
 * @param segment which segment it is, from 1
 * @param effect that it took place, or that it shall run again
 */
public record SegmentAnswer(String migration, int segment, Effect effect) {

  /** As it is written on a command line: {@code 20261121101500_add_index:2}. */
  public String address() {
    return migration + ":" + segment;
  }
}
