package dev.slipway.workspace;

import dev.slipway.error.SlipwayException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * What another thread reads while this one waits for something else.
 *
 * @param <T> what it is
 */
final class Meanwhile<T> {

  private final CompletableFuture<T> result;

  private Meanwhile(CompletableFuture<T> result) {
    this.result = result;
  }

  /** Begins to read. What fails is told only to who asks for the result. */
  static <T> Meanwhile<T> begin(Supplier<T> reading) {
    return new Meanwhile<>(CompletableFuture.supplyAsync(reading));
  }

  /**
   * The result, when it is there.
   *
   * @throws SlipwayException when it can't be read
   */
  T await() {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof SlipwayException refusal ? refusal : e;
    }
  }
}
