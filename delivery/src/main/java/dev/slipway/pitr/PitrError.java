package dev.slipway.pitr;

import dev.slipway.error.ErrorCode;

/** How going back to a point in time can be refused. */
public enum PitrError implements ErrorCode {
  /** The program pgbackrest is not there. */
  PGBACKREST_MISSING(Category.CONFIGURATION),
  /** The program pgbackrest failed. */
  PGBACKREST_FAILED(Category.FAILED),
  /** There are no settings of pgBackRest. */
  PITR_NOT_CONFIGURED(Category.REFUSED),
  /** The file for the settings of pgBackRest holds something else. */
  PITR_CONFIG_USED(Category.REFUSED),
  /** The environment has no server of which the files could be copied. */
  PITR_NOT_POSSIBLE(Category.REFUSED),
  /** The server's files are on another machine, or belong to somebody else. */
  PITR_NOT_HERE(Category.REFUSED),
  /** There is no backup of the server in the repository. */
  PITR_NO_BACKUP(Category.REFUSED),
  /** The time is one to which no backup and no log lead. */
  PITR_TIME_OUT_OF_REACH(Category.REFUSED),
  /** There is something in the folder that a server shall be restored into. */
  PITR_FOLDER_USED(Category.REFUSED),
  /** The programs of the server's version are not there. */
  PITR_PROGRAMS_MISSING(Category.CONFIGURATION),
  /** The restored server did not come up. */
  PITR_RECOVERY_FAILED(Category.FAILED),
  /** It can't be written into the restored server that it is a copy. */
  PITR_COPY_NOT_MARKED(Category.FAILED);

  private final Category category;

  PitrError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
