package dev.slipway.config;

/**
 * How many backups of an environment are kept: of so many days, weeks and months that have any, the
 * newest one each.
 *
 * @param daily days
 * @param weekly weeks, which begin on Mondays
 * @param monthly months
 */
public record BackupRetention(int daily, int weekly, int monthly) {

  private static final BackupRetention STANDARD = new BackupRetention(7, 4, 6);

  /** What holds where nothing is said: 7 days, 4 weeks, 6 months. */
  public static BackupRetention standard() {
    return STANDARD;
  }
}
