package dev.slipway.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A schema put together at random: of each piece one of its variants, or none; what a piece needs
 * is there. Names and texts are hostile wherever one can stand.
 *
 * @param choices a number from 0 to 99 for each of the {@link #SLOTS}; 0 is the simplest
 */
record RandomSchema(List<Integer> choices) {

  static final List<Piece> PIECES = Piece.all();
  static final List<Slot> SLOTS = Slot.of(PIECES);

  /** So many of 100 pieces are not there. */
  private static final int ABSENT = Integer.getInteger("random.absent", 35);

  private static final Map<Slot, Integer> PLACES = new HashMap<>();

  static {
    for (Slot slot : SLOTS) {
      PLACES.put(slot, PLACES.size());
    }
  }

  RandomSchema {
    choices = List.copyOf(choices);
  }

  /** The same with another choice. */
  RandomSchema with(Slot slot, int choice) {
    var changed = new ArrayList<>(choices);
    changed.set(place(slot), choice);
    return new RandomSchema(changed);
  }

  private static int place(Slot slot) {
    Integer place = PLACES.get(slot);
    if (place == null) {
      throw new IllegalArgumentException("nothing is chosen of " + slot);
    }
    return place;
  }

  private int choice(Slot.About about, String key) {
    return choices.get(place(new Slot(about, key)));
  }

  /** Which pieces are there, each with its statements as they are in the file. */
  Map<Piece, String> pieces() {
    Map<Piece, String> there = new java.util.LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (Piece piece : PIECES) {
      int choice = choice(Slot.About.PIECE, piece.name());
      if (choice >= ABSENT && names.containsAll(piece.needs())) {
        names.add(piece.name());
        there.put(piece, piece.variants().get((choice - ABSENT) % piece.variants().size()));
      }
    }
    return there;
  }

  /** What can be chosen otherwise: each piece, and what stands in those that are there. */
  List<Slot> open() {
    Set<Slot> open = new LinkedHashSet<>();
    PIECES.forEach(piece -> open.add(new Slot(Slot.About.PIECE, piece.name())));
    pieces().values().forEach(statements -> open.addAll(Slot.within(statements)));
    return List.copyOf(open);
  }

  /** How something is called. */
  String name(String key) {
    return key.matches("r[0-9]")
        ? HostileNames.name("random role " + key, 52)
        : HostileNames.name(key, choice(Slot.About.NAME, key));
  }

  /** What a text says. */
  String text(String key) {
    return HostileNames.text(key, choice(Slot.About.TEXT, key));
  }

  /** The schema in which something is. */
  String home(String key) {
    String home = List.of("public", "s", "s2").get(choice(Slot.About.HOME, key) % 3);
    boolean isThere = pieces().keySet().stream().anyMatch(piece -> piece.name().equals(home));
    return isThere ? name(home) : "public";
  }

  /** Its statements in an order in which each finds what it needs. */
  String sql(Random random) {
    List<Map.Entry<Piece, String>> open = new ArrayList<>(pieces().entrySet());
    open.removeIf(piece -> isSchema(piece.getKey()));
    Set<String> done = new LinkedHashSet<>();
    var sql = new StringBuilder();
    for (Map.Entry<Piece, String> piece : pieces().entrySet()) {
      if (isSchema(piece.getKey())) {
        sql.append(filled(piece.getValue())).append(";\n");
        done.add(piece.getKey().name());
      }
    }
    while (!open.isEmpty()) {
      Collections.shuffle(open, random);
      boolean isOnlyLast = open.stream().allMatch(piece -> piece.getKey().isLast());
      for (Map.Entry<Piece, String> piece : List.copyOf(open)) {
        if (done.containsAll(piece.getKey().needs()) && (isOnlyLast || !piece.getKey().isLast())) {
          sql.append(filled(piece.getValue())).append(";\n");
          done.add(piece.getKey().name());
          open.remove(piece);
        }
      }
    }
    return sql.toString();
  }

  private static boolean isSchema(Piece piece) {
    return piece.name().equals("s") || piece.name().equals("s2");
  }

  String filled(String statements) {
    Matcher place = Slot.PLACE.matcher(statements);
    var filled = new StringBuilder();
    while (place.find()) {
      String key = place.group(2);
      String text =
          switch (place.group(1)) {
            case "" -> quoted(name(key));
            case "@" -> quoted(home(key)) + "." + quoted(name(key));
            case "#" -> quoted(home(key));
            case "'" -> literal(text(key));
            case "'@" -> literal(quoted(home(key)) + "." + quoted(name(key)));
            default -> throw new IllegalArgumentException(place.group());
          };
      place.appendReplacement(filled, Matcher.quoteReplacement(text));
    }
    return place.appendTail(filled).toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Its statements in the order of the files, as a failing test shows them. */
  @Override
  public String toString() {
    return sql(new Random(0));
  }
}
