package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the ledger that say how migrations came here: deployments with their states, who
 * approved what, and what was found out about an environment. Stateless and thread-safe; each
 * method works in the connection's transaction. What is kept as a document is JSON, which only its
 * writer understands.
 *
 * <p>Whoever writes a deployment holds {@link #lock}. Reading needs no lock and writes nothing; a
 * target whose ledger is older has nothing of it.
 */
public interface DeploymentLedger {

  /** The lock that a deployment holds as long as it is worked on. */
  MigrationLock lock();

  /** What time the server has: what is compared with times in the tables. */
  Instant now(Connection connection) throws SQLException;

  /**
   * Writes that a deployment begins.
   *
   * @return its number
   */
  long begin(Connection connection, DeploymentEntry entry) throws SQLException;

  /** All deployments, the oldest first, each with its states. */
  List<DeploymentRecord> deployments(Connection connection) throws SQLException;

  /** The deployment that did not end. */
  Optional<DeploymentRecord> unfinished(Connection connection) throws SQLException;

  /**
   * Writes that a state is entered. One that is entered again has another line.
   *
   * @param id the deployment's number
   * @param state the state's word
   * @return the line's number, from 1
   */
  int enter(Connection connection, long id, String state) throws SQLException;

  /**
   * Writes what became of a state.
   *
   * @param id the deployment's number
   * @param line the line's number
   * @param outcome what became of it
   * @param document what was found, as JSON
   */
  void leave(
      Connection connection, long id, int line, DeploymentStep.Outcome outcome, String document)
      throws SQLException;

  /**
   * Writes how a deployment ended.
   *
   * @param id its number
   * @param outcome how it ended
   * @param message why; null where nothing is to be said
   */
  void end(
      Connection connection, long id, DeploymentRecord.Outcome outcome, @Nullable String message)
      throws SQLException;

  /** Writes an approval. */
  void approve(Connection connection, ApprovalEntry entry) throws SQLException;

  /** The approvals of a plan, the oldest first. */
  List<ApprovalRecord> approvals(Connection connection, String plan) throws SQLException;

  /** Writes what was found out about the environment. */
  void record(Connection connection, EvidenceEntry entry) throws SQLException;

  /** What was found out about the environment, the oldest first. */
  List<EvidenceRecord> evidence(Connection connection) throws SQLException;
}
