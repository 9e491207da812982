package dev.slipway.testing;

/** Two preparations, one after the other. */
record PreparationSequence(DatabasePreparation first, DatabasePreparation second)
    implements DatabasePreparation {

  @Override
  public void prepare(SlipwayDatabase database) throws Exception {
    first.prepare(database);
    second.prepare(database);
  }

  @Override
  public int postgres() {
    return first.postgres();
  }
}
