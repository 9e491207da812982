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
  /** All rows of a table are removed at once. */
  TRUNCATE_TABLE("SLIP110", Severity.DESTROYS),
  /** All rows of a table are deleted. */
  DELETE_ALL_ROWS("SLIP111", Severity.DESTROYS),
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
  /** Rows must not conflict with each other. */
  NEW_EXCLUSION("SLIP207", Severity.MAY_FAIL),
  /** Stored values of a domain must satisfy a new condition. */
  NEW_DOMAIN_CHECK("SLIP208", Severity.MAY_FAIL),
  /** Existing rows are asked about a constraint that new rows obey already. */
  VALIDATE_CONSTRAINT("SLIP209", Severity.MAY_FAIL),
  /** The whole table is written anew under a lock that blocks even reading. */
  TABLE_REWRITE("SLIP301", Severity.LOCKS),
  /** An index is built while writers wait. */
  BLOCKING_INDEX_BUILD("SLIP302", Severity.LOCKS),
  /** An index is dropped while nobody can use its table. */
  BLOCKING_INDEX_DROP("SLIP303", Severity.LOCKS),
  /** An index is built again while writers wait. */
  BLOCKING_REINDEX("SLIP304", Severity.LOCKS),
  /** A partition is taken out while nobody can use the whole table. */
  BLOCKING_DETACH("SLIP305", Severity.LOCKS),
  /** A constraint is validated in the transaction that added it. */
  VALIDATE_WITH_ADD("SLIP306", Severity.LOCKS),
  /** A column comes with a default that differs from row to row. */
  VOLATILE_DEFAULT("SLIP307", Severity.LOCKS),
  /** A column comes whose values are computed and stored. */
  STORED_GENERATED_COLUMN("SLIP308", Severity.LOCKS),
  /** A column comes that counts the rows that are there. */
  COUNTING_COLUMN("SLIP309", Severity.LOCKS),
  /** A table is written anew for another reason than its columns. */
  STORAGE_CHANGE("SLIP310", Severity.LOCKS),
  /** All rows of a table are changed by one statement. */
  UPDATE_ALL_ROWS("SLIP311", Severity.LOCKS),
  /** Rows are changed while a lock of the same transaction keeps others out. */
  ROWS_UNDER_LOCK("SLIP312", Severity.LOCKS),
  /** A constraint is added and asked of all rows under one lock. */
  CHECKED_AT_ONCE("SLIP313", Severity.LOCKS),
  /** A table is read from end to end while others wait. */
  SCAN_UNDER_LOCK("SLIP314", Severity.LOCKS),
  /** A statement waits for a lock without end, and all others behind it. */
  LOCK_TIMEOUT_OFF("SLIP315", Severity.LOCKS),
  /** Row level security is on without a policy: nobody but the owner sees a row. */
  ROW_SECURITY_WITHOUT_POLICY("SLIP401", Severity.SURPRISES),
  /** A policy is there, but row level security is off. */
  POLICY_WITHOUT_ROW_SECURITY("SLIP402", Severity.SURPRISES),
  /** A role may log in, but has no password. */
  ROLE_WITHOUT_PASSWORD("SLIP403", Severity.SURPRISES),
  /** A table gets another name, which running code does not know. */
  RENAME_TABLE("SLIP404", Severity.SURPRISES),
  /** A column gets another name, which running code does not know. */
  RENAME_COLUMN("SLIP405", Severity.SURPRISES),
  /** A schema gets another name, which running code does not know. */
  RENAME_SCHEMA("SLIP406", Severity.SURPRISES),
  /** A value of an enum gets another name, which running code does not know. */
  RENAME_ENUM_VALUE("SLIP407", Severity.SURPRISES),
  /** A column begins to allow null, which running code may not expect. */
  DROP_NOT_NULL("SLIP408", Severity.SURPRISES),
  /** A policy lets everybody change every row. */
  POLICY_ALWAYS_TRUE("SLIP409", Severity.SURPRISES),
  /** A policy trusts what users write about themselves. */
  POLICY_READS_USER_METADATA("SLIP410", Severity.SURPRISES),
  /** A function runs with its owner's rights, and names mean what the caller wants. */
  DEFINER_WITHOUT_SEARCH_PATH("SLIP411", Severity.SURPRISES),
  /** An API serves a table whose rows nothing protects. */
  EXPOSED_WITHOUT_ROW_SECURITY("SLIP412", Severity.SURPRISES),
  /** An API serves rows that no policy can protect. */
  EXPOSED_WITHOUT_POLICIES("SLIP413", Severity.SURPRISES),
  /** An API serves a view that reads with its owner's rights. */
  EXPOSED_DEFINER_VIEW("SLIP414", Severity.SURPRISES),
  /** No index finds the rows that point at a row. */
  UNINDEXED_FOREIGN_KEY("SLIP501", Severity.ADVICE),
  /** Two indexes are the same but for their names. */
  DUPLICATE_INDEX("SLIP502", Severity.ADVICE),
  /** A table has no primary key. */
  NO_PRIMARY_KEY("SLIP503", Severity.ADVICE),
  /** A column is json instead of jsonb. */
  JSON_COLUMN("SLIP504", Severity.ADVICE),
  /** A column is padded with blanks. */
  CHAR_COLUMN("SLIP505", Severity.ADVICE),
  /** A column limits the length of its texts by its type. */
  LIMITED_VARCHAR("SLIP506", Severity.ADVICE),
  /** A column has times of which nobody can tell where. */
  TIMESTAMP_WITHOUT_ZONE("SLIP507", Severity.ADVICE),
  /** A key can run out of integers. */
  INTEGER_KEY("SLIP508", Severity.ADVICE),
  /** A key can run out of small integers. */
  SMALLINT_KEY("SLIP509", Severity.ADVICE),
  /** A column counts by a sequence beside it instead of as an identity. */
  SERIAL_COLUMN("SLIP510", Severity.ADVICE),
  /** An index that is not unique has more than three keys. */
  WIDE_INDEX("SLIP511", Severity.ADVICE),
  /** A new domain has a condition, which is hard to change later. */
  DOMAIN_WITH_CHECK("SLIP512", Severity.ADVICE),
  /** A name is longer than the server keeps. */
  NAME_CUT("SLIP513", Severity.ADVICE),
  /** The names in a function mean what the caller's search_path says. */
  FUNCTION_WITHOUT_SEARCH_PATH("SLIP514", Severity.ADVICE),
  /** A policy asks who the user is anew for each row. */
  POLICY_CALLS_PER_ROW("SLIP515", Severity.ADVICE),
  /** Several policies let the same role do the same. */
  PERMISSIVE_POLICIES("SLIP516", Severity.ADVICE),
  /** A value comes at the end of an enum, where its order may not be meant. */
  ENUM_VALUE_WITHOUT_PLACE("SLIP517", Severity.ADVICE),
  /** A statement fails when it is run a second time. */
  NOT_REPEATABLE("SLIP518", Severity.ADVICE),
  /** What a statement means depends on search_path. */
  UNQUALIFIED_NAME("SLIP519", Severity.ADVICE),
  /** A statement holds a lock, and nothing ends it. */
  STATEMENT_TIMEOUT_OFF("SLIP520", Severity.ADVICE),
  /** An extension's functions lie where an API serves them. */
  EXPOSED_EXTENSION("SLIP521", Severity.ADVICE);

  /** How a hazard is treated. */
  public enum Severity {
    /** Data is lost for good: refused unless allowed by name. */
    DESTROYS,
    /** Rows can refuse it: checked on the target's rows before anything runs. */
    MAY_FAIL,
    /** Others wait: shown. */
    LOCKS,
    /** Allowed, but seldom meant: shown. */
    SURPRISES,
    /** Would be better otherwise while it is new: told, never counted. */
    ADVICE
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
