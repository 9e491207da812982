package dev.slipway.postgres;

import dev.slipway.dialect.Scope;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;

/** A shadow on the server of the tests. */
record TestShadow(TestServer server) implements Shadow {

  @Override
  public ShadowDatabase create() {
    return server.newDatabase();
  }

  @Override
  public ShadowDatabase scratch() {
    return create();
  }

  @Override
  public Scope scope() {
    return Scope.all();
  }

  @Override
  public void close() {}
}
