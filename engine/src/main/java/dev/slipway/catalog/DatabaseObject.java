package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One object of a database, whole in itself: two objects are the same when their records are equal.
 *
 * <p>Texts of expressions and bodies are the engine's own, as it prints them back. What an object
 * depends on is not in it, but in {@link Catalog#dependencies()}.
 */
public sealed interface DatabaseObject
    permits Role,
        RoleMember,
        Schema,
        Extension,
        Language,
        Collation,
        Conversion,
        EnumType,
        CompositeType,
        Domain,
        DomainConstraint,
        RangeType,
        Sequence,
        Routine,
        Aggregate,
        Operator,
        OperatorFamily,
        OperatorClass,
        Cast,
        Transform,
        TextSearchParser,
        TextSearchTemplate,
        TextSearchDictionary,
        TextSearchConfiguration,
        Table,
        Column,
        ColumnDefault,
        SequenceOwner,
        Inheritance,
        Partition,
        Constraint,
        Index,
        IndexPartition,
        Clustering,
        ReplicaIdentity,
        Statistics,
        View,
        Trigger,
        Policy,
        Publication,
        PublicationMember,
        Rule,
        EventTrigger,
        ForeignDataWrapper,
        ForeignServer,
        UserMapping,
        PublicationSchema,
        Subscription,
        Owner,
        DefaultPrivileges,
        Grant,
        SecurityLabel,
        Comment {

  /** The identity of the object. */
  ObjectId id();

  /**
   * The object without which this one cannot be, and with which it goes; null for an object of its
   * own.
   */
  default @Nullable ObjectId parent() {
    return null;
  }
}
