package dev.slipway.e2e.definition;

import dev.slipway.dialect.Script;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import dev.slipway.schema.SchemaDefinition;
import dev.slipway.schema.TableDefinition;
import dev.slipway.schema.model.Definition;
import dev.slipway.shadow.ScriptLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A throw-away database that holds a definition, with one connection to it. */
final class DefinitionDatabase implements AutoCloseable {

  private final EmbeddedPostgres server;
  private static final String NAME = "definition";

  private final Connection connection;

  private DefinitionDatabase(EmbeddedPostgres server) throws SQLException {
    this.server = server;
    server.createDatabase(NAME);
    this.connection = server.connect(NAME);
  }

  /**
   * Makes one.
   *
   * @param version the server's major version
   * @param prelude what stands for the platform
   * @param sqlFiles the managed SQL objects
   * @param tables the definition
   */
  static DefinitionDatabase of(
      int version, List<Path> prelude, List<Path> sqlFiles, List<? extends TableDefinition> tables)
      throws SQLException {
    return of(version, prelude, sqlFiles, List.of(), tables);
  }

  /**
   * Makes one.
   *
   * @param version the server's major version
   * @param prelude what stands for the platform
   * @param sqlFiles the managed SQL objects
   * @param schemas the definition beside its tables
   * @param tables the definition's tables
   */
  static DefinitionDatabase of(
      int version,
      List<Path> prelude,
      List<Path> sqlFiles,
      List<? extends SchemaDefinition> schemas,
      List<? extends TableDefinition> tables)
      throws SQLException {
    // Roles belong to a server: one of its own lets the prelude create them.
    var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version));
    var database = new DefinitionDatabase(server);
    ScriptLoader.load(
        database.connection, prelude.stream().map(DefinitionDatabase::script).toList());
    List<Script> scripts = new ArrayList<>();
    scripts.addAll(
        new Postgres()
            .define(
                new Definition(
                    schemas.stream().map(SchemaDefinition::definition).toList(),
                    tables.stream().map(TableDefinition::definition).toList())));
    sqlFiles.forEach(file -> scripts.add(script(file)));
    ScriptLoader.load(database.connection, scripts);
    return database;
  }

  private static Script script(Path file) {
    try {
      return new Script(
          String.valueOf(file.getFileName()), new Postgres().split(Files.readString(file)));
    } catch (IOException e) {
      throw new AssertionError(file + " can't be read", e);
    }
  }

  /** jOOQ on the one connection. */
  DSLContext jooq() {
    return DSL.using(connection, SQLDialect.POSTGRES);
  }

  /** Begins a transaction that {@link #rollback()} ends, so that a test leaves nothing. */
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Takes back what was done since {@link #begin()}. */
  void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    server.close();
  }
}
