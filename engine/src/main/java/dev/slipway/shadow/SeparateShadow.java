package dev.slipway.shadow;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A shadow whose databases each have an embedded server of their own while they are open, for
 * comparing roles: these belong to a server, and two databases on one would see each other's.
 *
 * <p>Servers start when they are needed, are used again without the roles of who had them before,
 * and end with the shadow.
 */
public final class SeparateShadow implements Shadow {

  private final Dialect dialect;
  private final int version;
  private final List<Script> prelude;
  private final Scope outside;
  private final List<EmbeddedShadow> servers = new ArrayList<>();
  private final Deque<EmbeddedShadow> free = new ArrayDeque<>();

  private SeparateShadow(Dialect dialect, int version, List<Script> prelude, Scope outside) {
    this.dialect = dialect;
    this.version = version;
    this.prelude = List.copyOf(prelude);
    this.outside = outside;
  }

  /**
   * Opens a shadow; see {@link EmbeddedShadow#open(Dialect, int, List, Scope)}.
   *
   * @throws dev.slipway.error.SlipwayException when the server does not start, or refuses the
   *     prelude
   */
  public static SeparateShadow open(
      Dialect dialect, int version, List<Script> prelude, Scope outside) {
    var shadow = new SeparateShadow(dialect, version, prelude, outside);
    shadow.free.add(shadow.start());
    return shadow;
  }

  private EmbeddedShadow start() {
    EmbeddedShadow server = EmbeddedShadow.openAlone(dialect, version, prelude, outside);
    servers.add(server);
    return server;
  }

  private EmbeddedShadow take() {
    return free.isEmpty() ? start() : free.removeFirst();
  }

  @Override
  public ShadowDatabase create() {
    EmbeddedShadow server = take();
    return new Lent(server, server.create());
  }

  @Override
  public ShadowDatabase scratch() {
    EmbeddedShadow server = take();
    return new Lent(server, server.scratch());
  }

  @Override
  public Scope scope() {
    return servers.getFirst().scope();
  }

  @Override
  public void close() {
    servers.forEach(EmbeddedShadow::close);
  }

  private final class Lent implements ShadowDatabase {
    private final EmbeddedShadow server;
    private final ShadowDatabase database;

    Lent(EmbeddedShadow server, ShadowDatabase database) {
      this.server = server;
      this.database = database;
    }

    @Override
    public Connection connection() {
      return database.connection();
    }

    @Override
    public DatabaseUrl url() {
      return database.url();
    }

    @Override
    public void close() {
      database.close();
      server.dropRoles();
      free.addFirst(server);
    }
  }
}
