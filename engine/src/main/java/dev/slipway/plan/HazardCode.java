package dev.slipway.plan;

/** The closed list of dangers. A released code is never given to another danger. */
public enum HazardCode {
  /** A table goes with all its rows. */
  DROP_TABLE("SLIP101", Severity.DESTROYS),
  /** A column goes with all its values. */
  DROP_COLUMN("SLIP102", Severity.DESTROYS),
  /** A schema goes. */
  DROP_SCHEMA("SLIP103", Severity.DESTROYS),
  /** A type change can lose part of the values. */
  LOSSY_TYPE_CHANGE("SLIP104", Severity.DESTROYS),
  /** An enum loses values. */
  REMOVE_ENUM_VALUE("SLIP105", Severity.DESTROYS),
  /** A materialized view goes with the rows it stores. */
  DROP_MATERIALIZED_VIEW("SLIP106", Severity.DESTROYS),
  /** A sequence goes with its position. */
  DROP_SEQUENCE("SLIP107", Severity.DESTROYS),
  /** An extension goes with the objects it owns. */
  DROP_EXTENSION("SLIP108", Severity.DESTROYS),
  /** A role goes, and whoever uses it loses access. */
  DROP_ROLE("SLIP109", Severity.DESTROYS),
  /** A column that refuses null comes without a value for the rows that are there. */
  REQUIRED_COLUMN_WITHOUT_DEFAULT("SLIP201", Severity.MAY_FAIL),
  /** A column begins to refuse null. */
  SET_NOT_NULL("SLIP202", Severity.MAY_FAIL),
  /** Keys must be unique that were not so before. */
  NEW_UNIQUE("SLIP203", Severity.MAY_FAIL),
  /** Rows must satisfy a condition that was not there before. */
  NEW_CHECK("SLIP204", Severity.MAY_FAIL),
  /** Rows must point at rows that exist. */
  NEW_FOREIGN_KEY("SLIP205", Severity.MAY_FAIL),
  /** A type change converts each value. */
  TYPE_CHANGE("SLIP206", Severity.MAY_FAIL),
  /** The whole table is written anew under a lock that blocks even reading. */
  TABLE_REWRITE("SLIP301", Severity.LOCKS),
  /** An index is built while writers wait. */
  BLOCKING_INDEX_BUILD("SLIP302", Severity.LOCKS),
  /** Row level security is on without a policy: nobody but the owner sees a row. */
  ROW_SECURITY_WITHOUT_POLICY("SLIP401", Severity.SURPRISES),
  /** A policy is there, but row level security is off. */
  POLICY_WITHOUT_ROW_SECURITY("SLIP402", Severity.SURPRISES),
  /** A role may log in, but has no password. */
  ROLE_WITHOUT_PASSWORD("SLIP403", Severity.SURPRISES);

  /** How a hazard is treated. */
  public enum Severity {
    /** Data is lost for good: refused unless allowed by name. */
    DESTROYS,
    /** Rows can refuse it: checked on the target's rows before anything runs. */
    MAY_FAIL,
    /** Others wait: shown. */
    LOCKS,
    /** Allowed, but seldom meant: shown. */
    SURPRISES
  }

  private final String id;
  private final Severity severity;

  HazardCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** The stable code, such as {@code SLIP101}. */
  public String id() {
    return id;
  }

  /** How it is treated. */
  public Severity severity() {
    return severity;
  }
}
