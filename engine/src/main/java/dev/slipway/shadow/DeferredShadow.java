package dev.slipway.shadow;

import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Watcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shadow that is opened when it is first needed: a command that finds nothing to do starts no
 * server. Not thread-safe.
 */
public final class DeferredShadow implements Shadow {

  private final @Nullable Scope scope;
  private final Supplier<Shadow> opening;
  private final Watcher watcher;
  private @Nullable Shadow opened;

  /**
   * @param scope what its catalogs leave out; null when only the opened shadow can tell
   * @param opening opens it, once
   * @param watcher who is told how far work in it is
   */
  public DeferredShadow(@Nullable Scope scope, Supplier<Shadow> opening, Watcher watcher) {
    this.scope = scope;
    this.opening = opening;
    this.watcher = watcher;
  }

  private Shadow opened() {
    Shadow known = opened;
    if (known == null) {
      known = opening.get();
      opened = known;
    }
    return known;
  }

  @Override
  public ShadowDatabase create() {
    return opened().create();
  }

  @Override
  public ShadowDatabase scratch() {
    return opened().scratch();
  }

  @Override
  public Scope scope() {
    return scope == null ? opened().scope() : scope;
  }

  @Override
  public Watcher watcher() {
    return watcher;
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
