package dev.slipway.dialect;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one engine changes relations that hold rows while others go on reading and writing them.
 * Stateless and thread-safe.
 *
 * <p>Each method has null for an answer where there is no other way than that of the {@link
 * Renderer}.
 */
public interface OnlineRenderer {

  /**
   * The statements that create a part of a relation that is there already.
   *
   * @param part an index, a constraint or a column
   * @param within the parts that come with it: of heirs, or the default of a column
   * @param from the catalog before
   * @param to the catalog that it shall be in
   */
  @Nullable List<Statement> create(
      DatabaseObject part, List<DatabaseObject> within, Catalog from, Catalog to);

  /**
   * The statements that drop a part of a relation that stays.
   *
   * @param part an index or a constraint
   * @param from the catalog that it is in
   */
  @Nullable List<Statement> drop(DatabaseObject part, Catalog from);

  /**
   * The statements that make a part of a relation another of the same identity, where the {@link
   * Renderer} can alter it in place.
   *
   * @param before as it is
   * @param after as it shall be; not equal
   * @param from the catalog that it is in
   * @param to the catalog that it shall be in
   */
  @Nullable List<Statement> alter(
      DatabaseObject before, DatabaseObject after, Catalog from, Catalog to);

  /**
   * The statements that put a part of a relation in the place of another of the same name, so that
   * there is no moment at which neither is in force. What depends on the old one does not stand in
   * the way.
   *
   * @param before the part as it is
   * @param after as it shall be
   * @param from the catalog that it is in
   * @param to the catalog that it shall be in
   */
  @Nullable List<Statement> replace(
      DatabaseObject before, DatabaseObject after, Catalog from, Catalog to);

  /**
   * The statements that put a column of another type in the place of one, with all that is tied to
   * it: its default, even where that changes as well, and the indexes that it is part of.
   *
   * @param before the column as it is
   * @param after as it shall be; of another type
   * @param from the catalog that it is in
   * @param to the catalog that it shall be in
   * @param parking the names of what is parked, where the old column is; null where it goes
   */
  @Nullable List<Statement> retype(
      Column before, Column after, Catalog from, Catalog to, @Nullable Parking parking);

  /**
   * The statements that take {@link #retype} back. A column that was parked gives its values to
   * rows that were not written since.
   *
   * @param before the column as it was before
   * @param after as it is until then
   * @param from the catalog as it was before
   * @param to as it is until then
   * @param parking the names that it was parked by; null where it was not
   */
  @Nullable List<Statement> retypeBack(
      Column before, Column after, Catalog from, Catalog to, @Nullable Parking parking);

  /**
   * The statements that take values from an enumerated type, or give them another order: what was
   * of the old type is of the new one in the end, with its defaults, even where those change.
   *
   * @param before the type as it is
   * @param after as it shall be
   * @param from the catalog that it is in
   * @param to the catalog that it shall be in
   */
  @Nullable List<Statement> retype(EnumType before, EnumType after, Catalog from, Catalog to);

  /**
   * The statements that take such a change, or one that only adds values, back.
   *
   * @param before the type as it was before
   * @param after as it is until then
   * @param from the catalog as it was before
   * @param to as it is until then
   */
  @Nullable List<Statement> retypeBack(EnumType before, EnumType after, Catalog from, Catalog to);

  /** The columns that hold values of a type, or arrays of them, on both sides. */
  List<ObjectId> columnsOf(EnumType type, Catalog from, Catalog to);

  /**
   * Why there is no {@link #retype}, as a clause that begins in lower case; null where nothing is
   * in the way.
   */
  @Nullable String obstacle(EnumType before, EnumType after, Catalog from, Catalog to);
}
