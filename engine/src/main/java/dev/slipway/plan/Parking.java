package dev.slipway.plan;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/**
 * The names under which a plan keeps what it takes away, so that the way back is a rename.
 *
 * <p>A column stays in its table as {@code slipway_parked_LABEL_NAME}; tables and types go to the
 * schema {@code slipway_parked} as {@code LABEL_SCHEMA_NAME}. Catalogs leave out both. The label
 * tells one plan from another, so that the same thing can be parked twice.
 *
 * @param label 14 digits, the time of the migration
 */
public record Parking(String label) {

  /** The schema that parked tables and types are moved to. */
  public static final String SCHEMA = "slipway_parked";

  /** How the name of what is parked in its place begins. */
  public static final String PREFIX = SCHEMA + "_";

  /** How many digits a label has. */
  public static final int DIGITS = 14;

  /** The server cuts longer names. */
  private static final int LONGEST_NAME = 63;

  private static final int HASH_DIGITS = 8;

  /** Refuses what is no label. */
  public Parking {
    if (!label.matches("[0-9]{" + DIGITS + "}")) {
      throw new IllegalArgumentException("the label " + label + " is not of 14 digits");
    }
  }

  /** Whether an object is parked, or part of what is. */
  public static boolean isParked(ObjectId id) {
    return id.kind() == Kind.COLUMN
        ? id.name().startsWith(PREFIX)
        : id.kind() == Kind.SEQUENCE && id.name().startsWith(PREFIX);
  }

  /** What a column, or a sequence that belongs to it, is called when it is parked in its place. */
  public ObjectId inPlace(ObjectId id) {
    return id.withName(named(PREFIX + label + "_", id.name(), 0, /* isAmbiguous= */ false));
  }

  /** What a table or a type is called when it is parked. */
  public ObjectId moved(ObjectId id) {
    var path = new ArrayList<>(id.path());
    path.set(0, SCHEMA);
    path.set(path.size() - 1, movedName(id.schema(), id.name()));
    return new ObjectId(id.kind(), path);
  }

  /** The last name of what is moved, or moves along with its table. */
  public String movedName(String schema, String name) {
    return named(label + "_", schema + "_" + name, schema.length(), schema.contains("_"));
  }

  /** A hash is added where the name would be cut, or could be that of another schema's. */
  private static String named(String prefix, String name, int border, boolean isAmbiguous) {
    String whole = prefix + name;
    if (!isAmbiguous && bytes(whole) <= LONGEST_NAME) {
      return whole;
    }
    String kept = whole;
    while (bytes(kept) + 1 + HASH_DIGITS > LONGEST_NAME) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + "_" + hash(border + name);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
