package dev.slipway.dialect;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.Definition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * One database engine: how it is reached, read and told. Stateless and thread-safe.
 *
 * <p>Everything that is specific to an engine stands behind this interface.
 */
public interface Dialect {

  /** The engine. */
  Engine engine();

  /**
   * Opens a connection in auto-commit mode, with names and time zone set so that the engine prints
   * everything in one canonical way.
   *
   * @param url where the database is
   * @param purpose what the connection is for; servers show it as the application's name
   * @throws dev.slipway.error.SlipwayException when there is no server, or it refuses; secrets are
   *     not in its text
   */
  Connection connect(DatabaseUrl url, String purpose);

  /**
   * Reads the catalog in one read-only snapshot, with a fixed number of queries.
   *
   * @param connection a connection of this dialect; where a transaction is open, as in a shadow, it
   *     is read within that instead
   * @param scope what is left out
   * @throws dev.slipway.error.SlipwayException naming each object of a kind that the catalog does
   *     not model
   */
  Catalog introspect(Connection connection, Scope scope);

  /**
   * Refuses a server that is old enough to be read, copied and restored to, but whose schema is not
   * changed any more.
   *
   * @throws dev.slipway.error.SlipwayException when the server is one of those
   */
  void requireChangeable(Connection connection);

  /**
   * Cuts a script into statements and directives, without understanding them.
   *
   * @param text the text of a script
   * @throws ScriptException naming the line when the text can't be cut
   */
  ScriptParts parts(String text);

  /**
   * What the engine's own program wrote of a database, as it can be run; any other text as it is.
   */
  Dump dump(String text);

  /**
   * Runs a statement that reads rows which the script has behind it.
   *
   * @param sql the statement
   * @param rows the rows as the script has them
   * @return how many rows came
   */
  long load(Connection connection, String sql, String rows) throws SQLException;

  /** The statements of a script. */
  default List<ScriptStatement> split(String text) {
    return parts(text).statements();
  }

  /**
   * A schema definition as scripts for an empty database, in an order that is likely to be right.
   *
   * @param definition the definition
   * @throws dev.slipway.error.SlipwayException naming what the engine has no word for, or what
   *     contradicts itself
   */
  List<Script> define(Definition definition);

  /**
   * The tables of a catalog in the words of a schema definition: the inverse of {@link #define}. A
   * table of which the definition could not say all that its rows are made of is left out.
   *
   * @param catalog the catalog
   * @param without tables that are left out as well
   */
  Described describe(Catalog catalog, Set<ObjectId> without);

  /**
   * Whether values of one type could go on in a column of another: the types are the same or close,
   * or the engine converts the values when they are assigned.
   *
   * @param before the type of the old column, as the engine prints it
   * @param after the type of the new one
   */
  boolean couldFollow(String before, String after);

  /** How objects are told to the engine. */
  Renderer renderer();

  /** How relations are changed while others go on with them. */
  OnlineRenderer onlineRenderer();

  /** The lock that whoever changes a target holds. */
  MigrationLock lock();

  /** How tables are walked in batches. */
  Batches batches();

  /** The sessions of its servers. */
  Sessions sessions();

  /** What a target remembers of what was done to it. */
  Ledger ledger();

  /** How migrations came to a target, and what was found out about it. */
  DeploymentLedger deployments();

  /** What a target has of what was parked there. */
  ParkedStore parkedStore();

  /** How rows that statements take are copied aside. */
  RowParking rowParking();

  /** How statements of migrations are run. */
  Transactions transactions();

  /** What the server does to tables by itself. */
  Maintenance maintenance();

  /** What becomes of statements that can't be part of a transaction. */
  LoneStatements loneStatements();

  /** How all rows are copied to and fro. */
  Copies copies();

  /** How some rows are chosen, with those that they point at. */
  Subsets subsets();

  /** What is asked when a database is verified. */
  Inspection inspection();

  /** What is asked of a running server to see how it does. */
  Vitals vitals();

  /** How much the tables of a target hold. */
  TableSizes tableSizes();

  /** How rows are asked in samples. */
  RowSampling rowSampling();

  /** How statements of migrations are watched on a shadow. */
  Observation observation();

  /**
   * Looks at all that has to be right between here and a database, one after the other, and changes
   * nothing. What can't be looked at since something before it failed is left out.
   *
   * @param url the database
   * @param clock the time here
   * @param release the major version that plans are proved on
   * @param extensions the extensions that the project needs
   */
  List<Diagnosis> examine(DatabaseUrl url, Clock clock, int release, Set<String> extensions);

  /**
   * In what a database may differ from others beside its schema, by group and name; nothing is
   * written.
   *
   * @param connection to it
   * @throws dev.slipway.error.SlipwayException when it can't be read
   */
  List<Trait> traits(Connection connection);
}
