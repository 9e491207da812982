package dev.slipway.planner;

import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;

/** What is done to one object, with the parts that are created or dropped by the same statement. */
sealed interface Action {

  /** The object, under the name by which the statement calls it. */
  ObjectId id();

  /** What tells an action from every other one of a plan, cheap to compare. */
  default Key key() {
    return new Key(getClass().getSimpleName(), id());
  }

  /**
   * A verb and an object.
   *
   * @param verb what is done
   * @param id to which object
   */
  record Key(String verb, ObjectId id) {}

  /** Creates an object. */
  record Create(DatabaseObject object, List<DatabaseObject> within) implements Action {
    Create(DatabaseObject object) {
      this(object, new ArrayList<>());
    }

    @Override
    public ObjectId id() {
      return object.id();
    }
  }

  /**
   * Drops an object.
   *
   * @param object the object
   * @param along the parts that go with it
   * @param comesBack whether it is created again later in the same plan
   */
  record Drop(DatabaseObject object, List<DatabaseObject> along, boolean comesBack)
      implements Action {
    Drop(DatabaseObject object, boolean comesBack) {
      this(object, new ArrayList<>(), comesBack);
    }

    @Override
    public ObjectId id() {
      return object.id();
    }
  }

  /** Makes an object another in place. */
  record Alter(DatabaseObject before, DatabaseObject after) implements Action {
    @Override
    public ObjectId id() {
      return before.id();
    }
  }

  /** Gives an object another name. */
  record Rename(ObjectId from, ObjectId to) implements Action {
    @Override
    public ObjectId id() {
      return from;
    }
  }
}
