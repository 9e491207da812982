package dev.slipway.testing;

import dev.slipway.error.SlipwayException;
import java.lang.reflect.Constructor;

/** A preparation that an annotation names by its class; equal when the class is. */
record NamedPreparation(Class<? extends DatabasePreparation> type) implements DatabasePreparation {

  @Override
  public void prepare(SlipwayDatabase database) throws Exception {
    instance().prepare(database);
  }

  @Override
  public int postgres() {
    return instance().postgres();
  }

  private DatabasePreparation instance() {
    try {
      Constructor<? extends DatabasePreparation> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SlipwayException(
          TestingError.TEST_PREPARATION_FAILED,
          "The preparation " + type.getName() + " could not be made: " + e,
          "Give it a constructor without parameters that does not fail.",
          e);
    }
  }
}
