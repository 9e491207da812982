package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Owner;
import dev.slipway.catalog.Publication;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.UserMapping;
import dev.slipway.dialect.Alteration;
import dev.slipway.dialect.Renderer;
import dev.slipway.diff.Change;
import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.Parking;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends each object to the SQL of its kind. */
final class PostgresRenderer implements Renderer {

  /** The SQL of a kind: a new kind does not compile before it stands here. */
  static ObjectSql<?> of(Kind kind) {
    return switch (kind) {
      case ROLE -> new RoleSql();
      case ROLE_MEMBER -> new RoleMemberSql();
      case SCHEMA -> new SchemaSql();
      case EXTENSION -> new ExtensionSql();
      case LANGUAGE -> new LanguageSql();
      case FOREIGN_DATA_WRAPPER -> new ForeignDataWrapperSql();
      case FOREIGN_SERVER -> new ForeignServerSql();
      case USER_MAPPING -> new UserMappingSql();
      case COLLATION -> new CollationSql();
      case CONVERSION -> new ConversionSql();
      case ENUM -> new EnumTypeSql();
      case COMPOSITE_TYPE -> new CompositeTypeSql();
      case DOMAIN -> new DomainSql();
      case DOMAIN_CONSTRAINT -> new DomainConstraintSql();
      case RANGE_TYPE -> new RangeTypeSql();
      case SEQUENCE -> new SequenceSql();
      case ROUTINE -> new RoutineSql();
      case AGGREGATE -> new AggregateSql();
      case OPERATOR -> new OperatorSql();
      case OPERATOR_FAMILY -> new OperatorFamilySql();
      case OPERATOR_CLASS -> new OperatorClassSql();
      case CAST -> new CastSql();
      case TRANSFORM -> new TransformSql();
      case TEXT_SEARCH_PARSER -> new TextSearchParserSql();
      case TEXT_SEARCH_TEMPLATE -> new TextSearchTemplateSql();
      case TEXT_SEARCH_DICTIONARY -> new TextSearchDictionarySql();
      case TEXT_SEARCH_CONFIGURATION -> new TextSearchConfigurationSql();
      case TABLE -> new TableSql();
      case COLUMN -> new ColumnSql();
      case COLUMN_DEFAULT -> new ColumnDefaultSql();
      case SEQUENCE_OWNER -> new SequenceOwnerSql();
      case INHERITANCE -> new InheritanceSql();
      case PARTITION -> new PartitionSql();
      case CONSTRAINT -> new ConstraintSql();
      case INDEX -> new IndexSql();
      case INDEX_PARTITION -> new IndexPartitionSql();
      case CLUSTERING -> new ClusteringSql();
      case STATISTICS -> new StatisticsSql();
      case REPLICA_IDENTITY -> new ReplicaIdentitySql();
      case VIEW -> new ViewSql();
      case RULE -> new RuleSql();
      case TRIGGER -> new TriggerSql();
      case EVENT_TRIGGER -> new EventTriggerSql();
      case POLICY -> new PolicySql();
      case PUBLICATION -> new PublicationSql();
      case PUBLICATION_SCHEMA -> new PublicationSchemaSql();
      case PUBLICATION_MEMBER -> new PublicationMemberSql();
      case SUBSCRIPTION -> new SubscriptionSql();
      case OWNER -> new OwnerSql();
      case DEFAULT_PRIVILEGES -> new DefaultPrivilegesSql();
      case GRANT -> new GrantSql();
      case SECURITY_LABEL -> new SecurityLabelSql();
      case COMMENT -> new CommentSql();
      case BASE_TYPE ->
          throw new IllegalStateException("nothing is read of the kind " + kind.words());
    };
  }

  /**
   * Whether objects of the kind itself are kept in a system catalog: a {@link Reading} also knows
   * them by the addresses of what belongs to them. Columns of views are known as their view,
   * attributes as their composite type.
   */
  static boolean isKeptIn(String catalog, boolean column, Kind kind) {
    return column
        ? catalog.equals("pg_class")
            && (kind == Kind.COLUMN || kind == Kind.VIEW || kind == Kind.COMPOSITE_TYPE)
        : catalog.equals(of(kind).systemCatalog());
  }

  /**
   * An object and the SQL of its kind always match: both follow from {@link DatabaseObject#id()}.
   */
  @SuppressWarnings("unchecked")
  private static <T extends DatabaseObject> ObjectSql<T> of(T object) {
    return (ObjectSql<T>) of(object.id().kind());
  }

  @Override
  public List<Statement> create(DatabaseObject object, List<DatabaseObject> within, Catalog in) {
    return of(object).create(object, within, in);
  }

  @Override
  public List<Statement> giveTo(ObjectId object, String role) {
    return new OwnerSql().create(Owner.of(object, role), List.of());
  }

  @Override
  public boolean createdWithin(DatabaseObject part, DatabaseObject whole) {
    if (!(whole instanceof Table)) {
      return part instanceof ColumnDefault value
          && whole instanceof Column
          && value.column().name().equals(whole.id().name());
    }
    return switch (part) {
      case Column column -> column.parent().equals(whole.id());
      case ColumnDefault value -> value.column().path().subList(0, 2).equals(whole.id().path());
      case Constraint constraint ->
          constraint.parent().equals(whole.id())
              && constraint.type() != Constraint.Type.FOREIGN_KEY
              && (constraint.validated() || constraint.inherited());
      case Inheritance inheritance -> inheritance.table().equals(whole.id());
      default -> false;
    };
  }

  @Override
  public void requirePossible(Change change) {
    if (change.id().kind() == Kind.SUBSCRIPTION) {
      throw SubscriptionSql.refusal(change.id());
    }
  }

  @Override
  public List<Statement> drop(
      DatabaseObject object, List<DatabaseObject> along, Catalog from, Catalog to) {
    return of(object).drop(object, along, from, to);
  }

  /**
   * Everything that has the object as its parent, and what the server calls an automatic
   * dependency.
   */
  @Override
  public boolean droppedWith(DatabaseObject part, DatabaseObject whole) {
    return switch (part) {
      case Constraint constraint when constraint.type() == Constraint.Type.FOREIGN_KEY -> false;
      case UserMapping mapping -> false;
      case SequenceOwner owner -> owner.sequence().equals(whole.id());
      case PublicationMember member ->
          whole instanceof Publication && whole.id().equals(member.parent());
      default -> whole.id().equals(part.parent());
    };
  }

  @Override
  public Alteration alter(DatabaseObject before, DatabaseObject after, Catalog from, Catalog to) {
    return of(before).alter(before, after, from, to);
  }

  @Override
  public boolean needsNewParent(DatabaseObject part, Catalog from, Catalog to) {
    return of(part).needsNewParent(part, from, to);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return from.kind().home() == Kind.Home.SCHEMA && !from.schema().equals(to.schema())
        ? Moving.statements(of(from.kind()), from, to, catalog)
        : of(from.kind()).rename(from, to, catalog);
  }

  @Override
  public List<Statement> renamePart(DatabaseObject whole, String from, String to) {
    return of(whole).renamePart(whole, from, to);
  }

  @Override
  public List<String> partsOf(DatabaseObject whole) {
    return of(whole).partsOf(whole);
  }

  @Override
  public ObjectId aside(ObjectId type, Catalog from, Catalog to) {
    return AsideNames.of(type, from, to);
  }

  @Override
  public List<Statement> setAside(DatabaseObject type, ObjectId aside, Catalog catalog) {
    return typed(type).setAside(type, aside, catalog);
  }

  @Override
  public List<Statement> bringBack(DatabaseObject type, ObjectId aside, Catalog catalog) {
    return typed(type).bringBack(type, aside, catalog);
  }

  @Override
  public DatabaseObject withAsides(
      DatabaseObject object, Map<ObjectId, ObjectId> asides, Catalog catalog) {
    Map<String, String> names = AsideNames.printed(asides, catalog);
    if (object instanceof Column c) {
      return new Column(
          c.id(),
          AsideNames.replaced(c.type(), names),
          c.notNull(),
          c.collation(),
          c.identity(),
          c.generated(),
          c.stored(),
          c.inherited(),
          c.notNullAs(),
          c.tuning());
    }
    if (object instanceof DomainConstraint c) {
      ObjectId domain = asides.getOrDefault(c.parent(), c.parent());
      return new DomainConstraint(
          ObjectId.of(c.id().kind(), domain.schema(), domain.name(), c.id().name()),
          c.definition(),
          c.validated());
    }
    ObjectId aside = asides.get(object.id());
    return aside == null
        ? object
        : typed(object).aside(object, aside, type -> AsideNames.replaced(type, names));
  }

  @Override
  public List<Statement> convert(
      Column column, Map<ObjectId, ObjectId> asides, Catalog from, Catalog to) {
    return List.of(TypeSwap.convert(column, AsideNames.printed(asides, to), from, to));
  }

  @SuppressWarnings("unchecked") // as in of(object)
  private static <T extends DatabaseObject> TypeSql<T> typed(T type) {
    return (TypeSql<T>) of(type.id().kind());
  }

  @Override
  public @Nullable String loss(DatabaseObject before, @Nullable DatabaseObject after) {
    return of(before).loss(before, after);
  }

  /**
   * A body may name what is created after it, so bodies are not checked, as in a dump of pg_dump's.
   * Not {@code set local}: an export is also run without a transaction around it.
   */
  @Override
  public List<Statement> preamble(Set<Kind> kinds) {
    return kinds.contains(Kind.ROUTINE)
        ? List.of(Statement.of("set check_function_bodies = off"))
        : List.of();
  }

  @Override
  public List<RowCheck> rowChecks(
      @Nullable DatabaseObject before, DatabaseObject after, Catalog from, Catalog to) {
    return of(after).rowChecks(before, after, from, to);
  }

  @Override
  public List<Statement> park(DatabaseObject object, List<DatabaseObject> kept, Parking parking) {
    return ParkingSql.there(object, kept, parking);
  }

  @Override
  public List<Statement> unpark(DatabaseObject object, List<DatabaseObject> kept, Parking parking) {
    return ParkingSql.back(object, kept, parking);
  }

  @Override
  public List<RowCheck> checksBack(DatabaseObject object, Parking parking, Catalog in) {
    return ParkingSql.checksBack(object, parking, in);
  }

  @Override
  public @Nullable RowCheck askedOfParked(RowCheck check, List<ParkedObject> parked) {
    return ParkedRowChecks.of(check, parked);
  }

  @Override
  public List<Statement> parkValues(
      List<Statement> direct, Column before, Column after, Parking parking) {
    return ParkedValuesSql.there(direct, before, after, parking);
  }

  @Override
  public List<Statement> unparkValues(
      List<Statement> direct, Column before, Column after, Parking parking) {
    return ParkedValuesSql.back(direct, before, after, parking);
  }

  @Override
  public List<RowCheck> checksOfValuesBack(
      Column before, Column after, Parking parking, Catalog in) {
    return ParkedValuesSql.checksBack(before, after, parking, in);
  }
}
