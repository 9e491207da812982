package dev.slipway.migration;

import java.util.HashSet;
import java.util.Set;

/**
 * What the words of a script do not say, but the server did when it ran.
 *
 * @param alone statements that can't be part of a transaction
 * @param borders statements before which a transaction must end
 */
record Learned(Set<Integer> alone, Set<Integer> borders) {

  static final Learned NOTHING = new Learned(Set.of(), Set.of());

  Learned {
    alone = Set.copyOf(alone);
    borders = Set.copyOf(borders);
  }

  Learned alone(int statement) {
    return new Learned(with(alone, statement), borders);
  }

  Learned border(int statement) {
    return new Learned(alone, with(borders, statement));
  }

  private static Set<Integer> with(Set<Integer> set, int statement) {
    var more = new HashSet<>(set);
    more.add(statement);
    return more;
  }
}
