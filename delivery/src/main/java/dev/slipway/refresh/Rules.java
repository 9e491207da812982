package dev.slipway.refresh;

import dev.slipway.dialect.Share;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a file of masking says.
 *
 * @param salt the secret that masked values hang on
 * @param others which rows are taken of tables that are not named
 * @param rows which rows are taken of a table, by {@code schema.table}
 * @param children the tables whose chosen rows bring along what points at them
 * @param also tables of the platform that are brought too
 * @param masks what becomes of a column, by {@code schema.table.column}
 */
record Rules(
    String salt,
    Share others,
    Map<String, Share> rows,
    Set<String> children,
    Set<String> also,
    Map<String, Mask> masks) {

  Rules {
    rows = Map.copyOf(rows);
    children = Set.copyOf(children);
    also = Set.copyOf(also);
    masks = Collections.unmodifiableMap(new LinkedHashMap<>(masks));
  }

  /** Those of a project without a file: everything, and nothing masked. */
  static Rules none() {
    return new Rules("", new Share.All(), Map.of(), Set.of(), Set.of(), Map.of());
  }

  Share share(String table) {
    return rows.getOrDefault(table, others);
  }

  /** The tables that it names, but for those of the platform. */
  List<String> tables() {
    return Stream.of(rows.keySet(), children).flatMap(Set::stream).distinct().sorted().toList();
  }

  /** Without the salt. */
  @Override
  public String toString() {
    return "rules for " + masks.keySet();
  }
}
