package dev.slipway.promotion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion is about: which migrations come into which database, as it is now. An approval
 * is of its hash; whatever changes of it voids the approval.
 *
 * @param environment the environment's name
 * @param database the identity of its stamp, or its address without secrets where it has none
 * @param fingerprint of the catalog that is there
 * @param last the migration that was applied last; null for none
 * @param migrations what is going to be applied, in its order
 * @param waivers the gates that are waived
 */
public record PromotionPlan(
    String environment,
    String database,
    String fingerprint,
    @Nullable String last,
    List<PlannedMigration> migrations,
    List<Waiver> waivers) {

  /** How many digits of a hash are shown and asked for at least. */
  public static final int BRIEF = 12;

  /** Copies the lists. */
  public PromotionPlan {
    migrations = List.copyOf(migrations);
    waivers = List.copyOf(waivers);
  }

  /** The SHA-256 of its JSON, in hexadecimal digits. */
  public String hash() {
    return hash(Documents.text(this));
  }

  static String hash(String json) {
    try {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The names of the migrations. */
  public List<String> names() {
    return migrations.stream().map(PlannedMigration::name).toList();
  }

  /** Whether taking all of it back loses nothing for good. */
  public boolean isReversible() {
    return migrations.stream().allMatch(each -> each.lost().isEmpty());
  }
}
