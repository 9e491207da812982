package dev.slipway.workspace;

import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.Login;
import dev.slipway.diff.Change;
import dev.slipway.migration.MigrationStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status} found in an environment.
 *
 * @param environment its name
 * @param address where it is, without secrets
 * @param login as whom it was looked at
 * @param apart whether looking has a login or a role of its own there
 * @param server the server's version, such as {@code PostgreSQL 17}
 * @param migrations what is applied, pending, unknown and edited
 * @param expected the fingerprint that the last applied migration arrives at; null when none is
 *     applied or it is not in the folder
 * @param actual the fingerprint of what is there; null while a migration is applied or taken back
 *     in part, since nothing says what should be there then
 * @param drift how what is there differs from what the last applied migration arrives at; empty
 *     when it does not, or nothing is expected
 * @param leftOut what is there, can't be compared, and is allowed to be there, in words
 * @param parked what was taken away and can still be brought back
 * @param waysBack how each migration can be taken back, in the order of the migrations
 * @param unused the entries of {@code allow_unmodelled} that nothing there needs
 */
public record EnvironmentStatus(
    String environment,
    String address,
    Login login,
    boolean apart,
    String server,
    MigrationStatus migrations,
    @Nullable Fingerprint expected,
    @Nullable Fingerprint actual,
    List<Change> drift,
    List<String> leftOut,
    List<Parked> parked,
    List<WayBackClass> waysBack,
    List<String> unused) {

  /** Copies the lists. */
  public EnvironmentStatus {
    drift = List.copyOf(drift);
    leftOut = List.copyOf(leftOut);
    parked = List.copyOf(parked);
    waysBack = List.copyOf(waysBack);
    unused = List.copyOf(unused);
  }
}
