package dev.slipway.dialect;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.Parking;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one engine is told to create, drop, alter and rename each kind of object. Stateless and
 * thread-safe.
 *
 * <p>The order of objects is the planner's affair: each method speaks of one object and takes for
 * granted that what it needs is there.
 */
public interface Renderer {

  /**
   * The statements that create an object with those of its parts that {@link #createdWithin} says
   * are written within it.
   *
   * @param object the object
   * @param within the parts that are written within it, in canonical order; columns in the table's
   *     order
   * @param in the catalog that it shall be in
   */
  List<Statement> create(DatabaseObject object, List<DatabaseObject> within, Catalog in);

  /** The statements that make a role the owner of an object. */
  List<Statement> giveTo(ObjectId object, String role);

  /**
   * Refuses a change that no statement may carry out.
   *
   * @throws dev.slipway.error.SlipwayException naming the object
   */
  void requirePossible(Change change);

  /** Whether creating the whole also creates the part, in the same statement. */
  boolean createdWithin(DatabaseObject part, DatabaseObject whole);

  /**
   * The statements that drop an object, and refuse to take along what depends on it. What the
   * engine takes along although it stays is said again: taking a privilege on a table away takes it
   * away on the columns as well.
   *
   * @param object the object
   * @param along the parts that go with it
   * @param from the catalog that it is in
   * @param to the catalog afterwards
   */
  List<Statement> drop(DatabaseObject object, List<DatabaseObject> along, Catalog from, Catalog to);

  /** Whether dropping the whole also drops the part, without being told to. */
  boolean droppedWith(DatabaseObject part, DatabaseObject whole);

  /**
   * How an object becomes another of the same identity.
   *
   * @param before as it is
   * @param after as it shall be; not equal
   * @param from the catalog that it is in
   * @param to the catalog that it shall be in
   */
  Alteration alter(DatabaseObject before, DatabaseObject after, Catalog from, Catalog to);

  /**
   * Whether a part can neither come nor go while its parent is in use, so that the parent must be
   * created anew.
   *
   * @param part what is created, dropped or altered
   * @param from the catalog before
   * @param to the catalog after
   */
  boolean needsNewParent(DatabaseObject part, Catalog from, Catalog to);

  /**
   * The statements that give an object another name, or move it to another schema.
   *
   * @param from its identity
   * @param to its identity afterwards
   * @param catalog the catalog that it is in
   */
  List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog);

  /**
   * The statements that give another name to a part that is no object of its own.
   *
   * @param whole the object as it is
   * @param from the part's name; one of {@link #partsOf}
   * @param to its name afterwards
   */
  List<Statement> renamePart(DatabaseObject whole, String from, String to);

  /**
   * The names of those parts of an object that are no objects of their own and can be renamed:
   * values of an enumerated type, columns of a view; empty for most.
   */
  List<String> partsOf(DatabaseObject whole);

  /**
   * What a type is called while another takes its place under its name.
   *
   * @param type the type
   * @param from the catalog that it is in
   * @param to the catalog that it shall be in
   */
  ObjectId aside(ObjectId type, Catalog from, Catalog to);

  /**
   * The statements that give a type the name that it has aside.
   *
   * @param type the type
   * @param aside its name aside
   * @param catalog the catalog that it is in
   */
  List<Statement> setAside(DatabaseObject type, ObjectId aside, Catalog catalog);

  /** The statements that take {@link #setAside} back. */
  List<Statement> bringBack(DatabaseObject type, ObjectId aside, Catalog catalog);

  /**
   * A type, or a column, as it is while types stand aside; any other object as it is.
   *
   * @param object the object
   * @param asides the types that stand aside, with their names there
   * @param catalog the catalog that they are in
   */
  DatabaseObject withAsides(DatabaseObject object, Map<ObjectId, ObjectId> asides, Catalog catalog);

  /**
   * The statements that turn the values of a column into those of the type that took the place of
   * its own, under the same name.
   *
   * @param column the column
   * @param asides the new types that stand aside themselves, as on the way back, with their names
   * @param from the catalog that the column is in
   * @param to the catalog that it shall be in
   */
  List<Statement> convert(Column column, Map<ObjectId, ObjectId> asides, Catalog from, Catalog to);

  /**
   * Why taking away an object, or altering it, loses data that no statement brings back; null when
   * it does not.
   *
   * @param before the object as it is
   * @param after as it shall be; null when it is dropped
   */
  @Nullable String loss(DatabaseObject before, @Nullable DatabaseObject after);

  /**
   * What must be said to the session before changes are carried out, in either direction; empty for
   * most.
   *
   * @param kinds the kinds of objects that are touched
   */
  List<Statement> preamble(Set<Kind> kinds);

  /**
   * The questions to the rows of the target that must be answered before an object is created or
   * altered.
   *
   * @param before the object as it is; null when it is new
   * @param after as it shall be
   * @param from the catalog of the target; what it lacks can't be asked about
   * @param to the catalog that the target shall have
   */
  List<RowCheck> rowChecks(
      @Nullable DatabaseObject before, DatabaseObject after, Catalog from, Catalog to);

  /**
   * The statements that give an object the name under which it is parked, and what stays with it
   * names that are in nobody's way.
   *
   * @param object a column, a table or a type
   * @param kept the object and the parts that stay with it
   * @param parking the names
   */
  List<Statement> park(DatabaseObject object, List<DatabaseObject> kept, Parking parking);

  /** The statements that take {@link #park} back. */
  List<Statement> unpark(DatabaseObject object, List<DatabaseObject> kept, Parking parking);

  /**
   * The statements that make a column one of another type, so that its values are kept beside it
   * under the name of a parked column.
   *
   * @param direct the statements that {@link #alter} has for it
   * @param before as it is
   * @param after as it shall be
   * @param parking the names
   */
  List<Statement> parkValues(List<Statement> direct, Column before, Column after, Parking parking);

  /**
   * The statements that take {@link #parkValues} back; rows that were written since keep what was
   * written.
   *
   * @param direct the statements that {@link #alter} has for the way back
   * @param before as it was before
   * @param after as it is until then
   * @param parking the names
   */
  List<Statement> unparkValues(
      List<Statement> direct, Column before, Column after, Parking parking);

  /**
   * The questions to the rows of the target that must be answered before kept values come back.
   *
   * @param before the column as it was before
   * @param after as it is until then
   * @param parking the names
   * @param in the catalog that it is in until then
   */
  List<RowCheck> checksOfValuesBack(Column before, Column after, Parking parking, Catalog in);

  /**
   * The questions to the rows of the target that must be answered before what is parked comes back.
   *
   * @param object a column, a table or a type
   * @param parking the names
   * @param in the catalog that it was in
   */
  List<RowCheck> checksBack(DatabaseObject object, Parking parking, Catalog in);

  /**
   * A question of {@link #rowChecks}, put to rows of which something is parked.
   *
   * @param check the question, which names what is parked as it was called
   * @param parked the columns and tables that it names and that are parked
   * @return null where it can't be asked so
   */
  @Nullable RowCheck askedOfParked(RowCheck check, List<ParkedObject> parked);
}
