package dev.slipway.migration;

/**
 * A hazard that is allowed for one migration, by name and with a reason.
 *
 * @param code the hazard's code: {@code SLIP102}
 * @param object what it is allowed on: {@code public.todo.note}
 * @param reason why, as the user gave it
 */
public record AllowedHazard(String code, String object, String reason) {}
