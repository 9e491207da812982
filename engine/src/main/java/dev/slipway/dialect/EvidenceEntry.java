package dev.slipway.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What is written when something was found out about an environment.
 *
 * @param kind what was done, as a word: {@code verify}
 * @param name which one of that kind; empty where there is one only
 * @param head the migration that was applied last; null for none
 * @param fingerprint of the catalog that was there; null where nobody looked
 * @param passed whether all was as expected
 * @param document what was found, as JSON
 * @param from the user and the machine that found it
 * @param tool the version of Slipway
 */
public record EvidenceEntry(
    String kind,
    String name,
    @Nullable String head,
    @Nullable String fingerprint,
    boolean passed,
    String document,
    String from,
    String tool) {}
