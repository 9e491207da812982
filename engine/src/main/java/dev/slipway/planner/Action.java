package dev.slipway.planner;

import dev.slipway.catalog.Column;
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
  record Key(String verb, ObjectId id) {
    /** Whether it changes an object that could be dropped and created instead. */
    boolean isAlter() {
      return verb.equals(Alter.class.getSimpleName()) || verb.equals(Replace.class.getSimpleName());
    }
  }

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
   * @param released the columns that become their table's own by it
   * @param comesBack whether it is created again later in the same plan
   */
  record Drop(
      DatabaseObject object, List<DatabaseObject> along, List<Alter> released, boolean comesBack)
      implements Action {
    Drop(DatabaseObject object, boolean comesBack) {
      this(object, new ArrayList<>(), new ArrayList<>(), comesBack);
    }

    @Override
    public ObjectId id() {
      return object.id();
    }
  }

  /**
   * Makes an object another in place.
   *
   * @param before the object as it was
   * @param after the object as it becomes
   * @param along what is said about a part that it has no more, and goes with that
   */
  record Alter(DatabaseObject before, DatabaseObject after, List<DatabaseObject> along)
      implements Action {
    Alter(DatabaseObject before, DatabaseObject after) {
      this(before, after, new ArrayList<>());
    }

    @Override
    public ObjectId id() {
      return before.id();
    }
  }

  /** Puts an object in the place of another of its name, so that one of them is always there. */
  record Replace(DatabaseObject before, DatabaseObject after) implements Action {
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

  /**
   * Gives a type another name, so that what takes its place can have its own.
   *
   * @param object the type
   * @param aside what it is called until it goes
   * @param along what is said about it, and goes with it
   */
  record SetAside(DatabaseObject object, ObjectId aside, List<DatabaseObject> along)
      implements Action {
    SetAside(DatabaseObject object, ObjectId aside) {
      this(object, aside, new ArrayList<>());
    }

    @Override
    public ObjectId id() {
      return object.id();
    }
  }

  /** Turns the values of a column into those of the type that took the place of its own. */
  record Convert(Column column) implements Action {
    @Override
    public ObjectId id() {
      return column.id();
    }
  }

  /**
   * Drops a type that was set aside.
   *
   * @param object the type under its own name
   * @param id what it is called aside
   * @param along the parts that it keeps until then, under its own name as well
   */
  record DropAside(DatabaseObject object, ObjectId id, List<DatabaseObject> along)
      implements Action {
    DropAside(DatabaseObject object, ObjectId id) {
      this(object, id, new ArrayList<>());
    }
  }
}
