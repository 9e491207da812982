package dev.slipway.shadow;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.Schema;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shadow on an embedded server that all commands of a user share, so that it is warm for the next
 * one.
 *
 * <p>What the platform provides is loaded once, into a database that the others are copies of.
 */
public final class EmbeddedShadow implements Shadow {

  private static final String PREFIX = "shadow_";
  private static final String MAINTENANCE = "postgres";

  private final Dialect dialect;
  private final EmbeddedPostgres server;
  private final String platform;
  private final Scope scope;
  private final Set<String> roles = new HashSet<>();
  private @Nullable ShadowDatabase scratch;
  private boolean isScratchInUse;

  private EmbeddedShadow(
      Dialect dialect, EmbeddedPostgres server, List<Script> prelude, Scope outside) {
    this.dialect = dialect;
    this.server = server;
    if (prelude.isEmpty()) {
      this.platform = "";
      this.scope = withoutRoles(outside);
    } else {
      this.platform = newName();
      server.createDatabase(platform);
      this.scope = withoutRoles(loadPlatform(prelude, outside));
    }
  }

  /**
   * Opens a shadow that leaves out nothing but what the prelude creates; see {@link #open(Dialect,
   * int, List, Scope)}.
   */
  public static EmbeddedShadow open(Dialect dialect, int version, List<Script> prelude) {
    return open(dialect, version, prelude, Scope.all());
  }

  /**
   * Opens a shadow.
   *
   * @param dialect the engine
   * @param version the major version of the server, 15 to 18
   * @param prelude what stands for the platform; a role in it that is there already is left as it
   *     is
   * @param outside what catalogs leave out beside what the prelude creates
   * @throws dev.slipway.error.SlipwayException when the server does not start, or refuses the
   *     prelude
   */
  public static EmbeddedShadow open(
      Dialect dialect, int version, List<Script> prelude, Scope outside) {
    return open(dialect, EmbeddedOptions.shared("shadow").version(version), prelude, outside);
  }

  /** Opens one that no other process shares; roles that are there then are left out as well. */
  static EmbeddedShadow openAlone(
      Dialect dialect, int version, List<Script> prelude, Scope outside) {
    return open(dialect, EmbeddedOptions.temporary().version(version), prelude, outside);
  }

  private static EmbeddedShadow open(
      Dialect dialect, EmbeddedOptions options, List<Script> prelude, Scope outside) {
    EmbeddedPostgres server = EmbeddedPostgres.start(options);
    try {
      return new EmbeddedShadow(dialect, server, prelude, outside);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private Scope withoutRoles(Scope known) {
    if (!known.compares(Compared.ROLES)) {
      return known;
    }
    try (Connection connection = connect(MAINTENANCE)) {
      roles.addAll(ShadowRoles.names(connection));
      return known.plus(
          Set.of(), roles.stream().map(Role::id).collect(Collectors.toUnmodifiableSet()));
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  /** Drops the roles that came since this was opened; no other database may be in use. */
  void dropRoles() {
    try (Connection connection = connect(MAINTENANCE)) {
      ShadowRoles.drop(connection, roles);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Scope loadPlatform(List<Script> prelude, Scope outside) {
    try (Connection connection = connect(platform)) {
      Prelude.load(connection, prelude);
      Catalog catalog = dialect.introspect(connection, outside);
      Set<String> schemas = new HashSet<>();
      catalog.all(Schema.class).forEach(schema -> schemas.add(schema.id().name()));
      Set<ObjectId> objects = new HashSet<>();
      for (DatabaseObject object : catalog.objects()) {
        if (!schemas.contains(object.id().schema())) {
          objects.add(object.id());
        }
      }
      return outside.plus(schemas, objects);
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  @Override
  public ShadowDatabase create() {
    String name = newName();
    if (platform.isEmpty()) {
      server.createDatabase(name);
    } else {
      server.createDatabase(name, platform);
    }
    return new Database(name, connect(name));
  }

  @Override
  public ShadowDatabase scratch() {
    if (isScratchInUse) {
      return create();
    }
    ShadowDatabase base = scratch;
    if (base == null) {
      base = create();
      scratch = base;
    }
    isScratchInUse = true;
    return new Scratch(base);
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public void close() {
    if (scratch != null) {
      scratch.close();
    }
    if (!platform.isEmpty()) {
      server.dropDatabase(platform);
    }
    server.close();
  }

  private Connection connect(String name) {
    return dialect.connect(url(name), "shadow");
  }

  private DatabaseUrl url(String name) {
    return new DatabaseUrl(server.jdbcUrlWithPassword(name));
  }

  private static String newName() {
    return PREFIX + UUID.randomUUID().toString().replace("-", "");
  }

  private final class Database implements ShadowDatabase {
    private final String name;
    private final Connection connection;

    Database(String name, Connection connection) {
      this.name = name;
      this.connection = connection;
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public DatabaseUrl url() {
      return EmbeddedShadow.this.url(name);
    }

    @Override
    public void close() {
      try {
        dropSubscriptions(connection);
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("closing a connection failed", e);
      }
      server.dropDatabase(name);
    }
  }

  /**
   * A transaction in one database, rolled back at the end. Roles that it needed stay where they are
   * not compared.
   */
  private final class Scratch implements ShadowDatabase {
    private final ShadowDatabase base;
    private final Connection connection;

    Scratch(ShadowDatabase base) {
      this.base = base;
      this.connection = base.connection();
      try {
        connection.setAutoCommit(false);
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public DatabaseUrl url() {
      return base.url();
    }

    @Override
    public void close() {
      isScratchInUse = false;
      try {
        List<String> needed = ShadowRoles.names(connection);
        connection.rollback();
        connection.setAutoCommit(true);
        if (!scope.compares(Compared.ROLES)) {
          needed.removeAll(ShadowRoles.names(connection));
          ShadowRoles.create(connection, needed);
        }
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }

  /** A database can't be dropped while it has any; those of a shadow are connected to nothing. */
  private static void dropSubscriptions(Connection connection) throws SQLException {
    List<String> drops = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "select pg_catalog.format('drop subscription %I', s.subname)"
                  + " from pg_catalog.pg_subscription s join pg_catalog.pg_database d"
                  + " on d.oid = s.subdbid where d.datname = pg_catalog.current_database()")) {
        while (rows.next()) {
          drops.add(rows.getString(1));
        }
      }
      for (String drop : drops) {
        statement.execute(drop);
      }
    }
  }

  private static SlipwayException failed(SQLException e) {
    return new SlipwayException(
        ShadowError.SHADOW_FAILED,
        "The shadow server failed: " + e.getMessage(),
        "Run the command again.",
        e);
  }
}
