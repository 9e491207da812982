package dev.slipway.config;

import org.jspecify.annotations.Nullable;

/**
 * The programs that a promotion runs around the migrations.
 *
 * @param beforeApply right before they are applied; null for none
 * @param afterApply right after all are applied; null for none
 * @param afterRollback right after they are taken back; null for none
 */
public record Hooks(
    @Nullable Hook beforeApply, @Nullable Hook afterApply, @Nullable Hook afterRollback) {

  /** No program at all. */
  public static final Hooks NONE = new Hooks(null, null, null);
}
