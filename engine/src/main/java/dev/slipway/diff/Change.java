package dev.slipway.diff;

import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;

/** One difference between two catalogs. */
public sealed interface Change {

  /** The object that differs, under the name it has before the change where it has one. */
  ObjectId id();

  /** The change that takes this one back. */
  Change inverse();

  /**
   * An object that only the second catalog has.
   *
   * @param object the object
   */
  record Create(DatabaseObject object) implements Change {
    @Override
    public ObjectId id() {
      return object.id();
    }

    @Override
    public Change inverse() {
      return new Drop(object);
    }
  }

  /**
   * An object that only the first catalog has.
   *
   * @param object the object
   */
  record Drop(DatabaseObject object) implements Change {
    @Override
    public ObjectId id() {
      return object.id();
    }

    @Override
    public Change inverse() {
      return new Create(object);
    }
  }

  /**
   * An object of both catalogs that is not the same in them.
   *
   * @param before as it is in the first
   * @param after as it is in the second
   */
  record Alter(DatabaseObject before, DatabaseObject after) implements Change {
    @Override
    public ObjectId id() {
      return before.id();
    }

    @Override
    public Alter inverse() {
      return new Alter(after, before);
    }
  }

  /**
   * An object that has another name in the second catalog: declared, or the same constraint or
   * index under another name.
   *
   * @param from its identity in the first
   * @param to its identity in the second, of the same kind and in the same place
   */
  record Rename(ObjectId from, ObjectId to) implements Change {
    @Override
    public ObjectId id() {
      return from;
    }

    @Override
    public Change inverse() {
      return new Rename(to, from);
    }
  }
}
