package dev.slipway.postgres;

import dev.slipway.error.ErrorCode;

/** How PostgreSQL can refuse. */
public enum PostgresError implements ErrorCode {
  /** The address is no database address. */
  BAD_DATABASE_URL(Category.CONFIGURATION),
  /** No server answers there. */
  SERVER_UNREACHABLE(Category.FAILED),
  /** The server does not know the user, or the password is wrong. */
  LOGIN_REFUSED(Category.FAILED),
  /** The role that sessions shall take is not there, or the user is no member of it. */
  ROLE_REFUSED(Category.FAILED),
  /** TLS is asked for, and the server has none. */
  TLS_MISSING(Category.FAILED),
  /** The server's certificate is not the right one, or the server does not take ours. */
  CERTIFICATE_REFUSED(Category.FAILED),
  /** A certificate or a key can't be read. */
  TLS_FILE_UNREADABLE(Category.FAILED),
  /** The server has no such database. */
  DATABASE_MISSING(Category.FAILED),
  /** The server is older or newer than what is supported. */
  UNSUPPORTED_SERVER_VERSION(Category.FAILED),
  /** The database holds objects of kinds that the catalog does not model. */
  UNMODELLED_OBJECTS(Category.REFUSED),
  /** An object differs that Slipway only reads. */
  UNCHANGEABLE_OBJECT(Category.REFUSED),
  /** The server has no statement that renames an object of this kind. */
  CANNOT_RENAME(Category.REFUSED),
  /** No expression turns the values of a column into those of its new type. */
  CANNOT_CONVERT(Category.REFUSED),
  /** The server has no statement that makes an inherited column the table's own, or the reverse. */
  INHERITED_COLUMN(Category.REFUSED),
  /** Tables are of a composite type whose attributes change their order. */
  TYPED_TABLE(Category.REFUSED),
  /** Rows can't be walked in batches by these columns. */
  BATCH_KEY(Category.REFUSED),
  /** The server refused a statement of Slipway's own. */
  QUERY_FAILED(Category.FAILED);

  private final Category category;

  PostgresError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
