package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every rule there is. Stateless. */
public final class HazardRules {

  private static final List<HazardRule> ALL =
      List.of(
          new DropTable(),
          new DropColumn(),
          new DropSchema(),
          new LossyTypeChange(),
          new RemoveEnumValue(),
          new DropMaterializedView(),
          new DropSequence(),
          new DropExtension(),
          new DropRole(),
          new TruncateTable(),
          new DeleteAllRows(),
          new RequiredColumnWithoutDefault(),
          new SetNotNull(),
          new NewUnique(),
          new NewCheck(),
          new NewForeignKey(),
          new TypeChange(),
          new NewExclusion(),
          new NewDomainCheck(),
          new ValidateConstraint(),
          new TableRewrite(),
          new BlockingIndexBuild(),
          new BlockingIndexDrop(),
          new BlockingReindex(),
          new BlockingDetach(),
          new ValidateWithAdd(),
          new VolatileDefault(),
          new StoredGeneratedColumn(),
          new CountingColumn(),
          new StorageChange(),
          new UpdateAllRows(),
          new RowsUnderLock(),
          new CheckedAtOnce(),
          new ScanUnderLock(),
          new LockTimeoutOff(),
          new RowSecurityWithoutPolicy(),
          new PolicyWithoutRowSecurity(),
          new RoleWithoutPassword(),
          new RenameTable(),
          new RenameColumn(),
          new RenameSchema(),
          new RenameEnumValue(),
          new DropNotNull(),
          new PolicyAlwaysTrue(),
          new PolicyReadsUserMetadata(),
          new DefinerWithoutSearchPath(),
          new ExposedWithoutRowSecurity(),
          new ExposedWithoutPolicies(),
          new ExposedDefinerView(),
          new UnindexedForeignKey(),
          new DuplicateIndex(),
          new NoPrimaryKey(),
          new JsonColumn(),
          new CharColumn(),
          new LimitedVarchar(),
          new TimestampWithoutZone(),
          new IntegerKey(),
          new SmallintKey(),
          new SerialColumn(),
          new WideIndex(),
          new DomainWithCheck(),
          new NameCut(),
          new FunctionWithoutSearchPath(),
          new PolicyCallsPerRow(),
          new PermissivePolicies(),
          new EnumValueWithoutPlace(),
          new NotRepeatable(),
          new UnqualifiedName(),
          new StatementTimeoutOff(),
          new ExposedExtension());

  private HazardRules() {}

  /**
   * The dangers of one change.
   *
   * @param change the change
   * @param from the catalog before all changes
   * @param to the catalog after them
   * @param loss what the change loses for good, as a sentence; null when it loses nothing
   * @param online whether it is carried out so that others go on meanwhile
   */
  public static List<Hazard> assess(
      Change change, Catalog from, Catalog to, @Nullable String loss, boolean online) {
    Impact impact = Impact.planned(change, from, to, loss, online);
    if (isOfForeignTable(change, from)) {
      return new ExposedWithoutPolicies().assess(impact);
    }
    return assess(impact).stream()
        .filter(hazard -> hazard.code().severity() != HazardCode.Severity.ADVICE)
        .toList();
  }

  /**
   * The dangers of a new name that a definition declares for a part of an object.
   *
   * @param whole the object as it was
   * @param from the catalog before
   * @param to the catalog after
   */
  public static List<Hazard> assessRenamedPart(DatabaseObject whole, Catalog from, Catalog to) {
    return whole instanceof EnumType one
        ? List.of(Affected.with(RenameEnumValue.of(one), from, to))
        : List.of();
  }

  /**
   * The dangers of converting a column to what takes the place of its type.
   *
   * @param column the column
   * @param from the catalog before
   * @param to the catalog after
   * @param obstacle why no column can grow beside it, as a clause; null where nobody asked for that
   */
  public static List<Hazard> assessConverted(
      Column column, Catalog from, Catalog to, @Nullable String obstacle) {
    Hazard hazard = TableRewrite.of(column, obstacle);
    return isOfForeignTable(new Change.Alter(column, column), from)
        ? List.of()
        : List.of(Affected.with(hazard, from, to));
  }

  /** The dangers of a statement that was seen to run, with what would be better otherwise. */
  public static List<Hazard> assess(Impact impact) {
    return ALL.stream()
        .flatMap(rule -> rule.assess(impact).stream())
        .map(hazard -> Affected.with(hazard, impact.from(), impact.to()))
        .toList();
  }

  /**
   * Whether what was found of a statement is still so after the last one of its script.
   *
   * @param found what was found
   * @param end the catalog after the last statement
   */
  public static boolean hold(Hazard found, Catalog end) {
    return ALL.stream()
        .filter(rule -> rule.code() == found.code())
        .allMatch(rule -> rule.holds(found, end));
  }

  /** Every rule, in the order of their codes. */
  static List<HazardRule> all() {
    return ALL;
  }

  /** The rows of a foreign table are elsewhere: no statement here reads or changes them. */
  private static boolean isOfForeignTable(Change change, Catalog from) {
    DatabaseObject object =
        switch (change) {
          case Change.Create create -> create.object();
          case Change.Drop drop -> drop.object();
          case Change.Alter alter -> alter.before();
          case Change.Rename rename -> from.find(rename.from());
        };
    ObjectId parent = object == null ? null : object.parent();
    return (parent == null ? object : from.find(parent)) instanceof Table table
        && table.isForeign();
  }
}
