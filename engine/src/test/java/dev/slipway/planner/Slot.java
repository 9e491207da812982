package dev.slipway.planner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is chosen about a random schema.
 *
 * @param about what it is
 * @param key of which piece, name or text
 */
record Slot(About about, String key) {

  /** What is chosen. */
  enum About {
    /** Whether a piece is there, and in which variant. */
    PIECE,
    /** What is called how. */
    NAME,
    /** In which schema it is. */
    HOME,
    /** What a text says. */
    TEXT
  }

  /** Where something is chosen within statements. */
  static final Pattern PLACE = Pattern.compile("\\{('?[@#]?)([a-z_0-9]+)}");

  /** Every slot of the pieces. */
  static List<Slot> of(List<Piece> pieces) {
    Set<Slot> slots = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      slots.add(new Slot(About.PIECE, piece.name()));
    }
    for (Piece piece : pieces) {
      piece.variants().forEach(variant -> slots.addAll(within(variant)));
    }
    return new ArrayList<>(slots);
  }

  /** What is chosen within statements. */
  static List<Slot> within(String statements) {
    List<Slot> slots = new ArrayList<>();
    Matcher place = PLACE.matcher(statements);
    while (place.find()) {
      String sign = place.group(1);
      String key = place.group(2);
      if (sign.equals("'")) {
        slots.add(new Slot(About.TEXT, key));
      } else {
        if (!sign.endsWith("#")) {
          slots.add(new Slot(About.NAME, key));
        }
        if (!sign.isEmpty()) {
          slots.add(new Slot(About.HOME, key));
        }
      }
    }
    return slots;
  }
}
