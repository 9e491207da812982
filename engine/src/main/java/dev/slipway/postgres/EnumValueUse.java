package dev.slipway.postgres;

import dev.slipway.catalog.Aggregate;
import dev.slipway.catalog.Cast;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Clustering;
import dev.slipway.catalog.Collation;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Conversion;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DefaultPrivileges;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.EventTrigger;
import dev.slipway.catalog.Extension;
import dev.slipway.catalog.ForeignDataWrapper;
import dev.slipway.catalog.ForeignServer;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Language;
import dev.slipway.catalog.Operator;
import dev.slipway.catalog.OperatorClass;
import dev.slipway.catalog.OperatorFamily;
import dev.slipway.catalog.Owner;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Policy;
import dev.slipway.catalog.Publication;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.catalog.PublicationSchema;
import dev.slipway.catalog.RangeType;
import dev.slipway.catalog.ReplicaIdentity;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.RoleMember;
import dev.slipway.catalog.Routine;
import dev.slipway.catalog.Rule;
import dev.slipway.catalog.Schema;
import dev.slipway.catalog.SecurityLabel;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Statistics;
import dev.slipway.catalog.Subscription;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.TextSearchConfiguration;
import dev.slipway.catalog.TextSearchDictionary;
import dev.slipway.catalog.TextSearchParser;
import dev.slipway.catalog.TextSearchTemplate;
import dev.slipway.catalog.Transform;
import dev.slipway.catalog.Trigger;
import dev.slipway.catalog.UserMapping;
import dev.slipway.catalog.View;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether new values of an enumerated type are needed by other changes of the same plan.
 *
 * <p>What was there before can't name a value that was not: only new and changed objects are looked
 * at. One false alarm costs a rewrite of the type's tables and nothing else.
 */
final class EnumValueUse {

  private EnumValueUse() {}

  static boolean isNeededAtOnce(EnumType type, List<String> added, Catalog from, Catalog to) {
    List<Pattern> literals = added.stream().map(EnumValueUse::literal).toList();
    for (DatabaseObject object : to.objects()) {
      if (!object.equals(from.find(object.id()))) {
        String text = evaluated(object);
        if (text.contains(type.id().name().replace("\"", "\"\""))
            && literals.stream().anyMatch(literal -> literal.matcher(text).find())) {
          return true;
        }
      }
    }
    return false;
  }

  /** A value of its own, {@code 'a'}, or one within an array's text, {@code '{a,"b c"}'}. */
  private static Pattern literal(String value) {
    String printed = value.replace("'", "''");
    return Pattern.compile(
        "['{,\"]("
            + Pattern.quote(printed)
            + "|"
            + Pattern.quote(printed.replace("\\", "\\\\"))
            + ")['},\"]");
  }

  /** The text that the server reads and turns into values when the object is created. */
  private static String evaluated(DatabaseObject object) {
    return switch (object) {
      case Column column -> column.generated() == null ? "" : column.generated();
      case ColumnDefault value -> value.expression();
      case Constraint constraint -> constraint.definition();
      case Index index -> index.definition() + index.predicate();
      case View view -> view.query() + String.join(" ", view.details());
      case Trigger trigger -> trigger.definition();
      case Policy policy ->
          (policy.using() == null ? "" : policy.using())
              + (policy.check() == null ? "" : policy.check());
      case PublicationMember member -> member.filter() == null ? "" : member.filter();
      case Routine routine -> evaluated(routine);
      case Role role -> "";
      case RoleMember member -> "";
      case Schema schema -> "";
      case Extension extension -> "";
      case Language language -> "";
      case Collation collation -> "";
      case Conversion conversion -> "";
      case EnumType other -> "";
      case CompositeType composite -> "";
      case Domain domain -> domain.defaultValue() == null ? "" : domain.defaultValue();
      case DomainConstraint constraint -> constraint.definition();
      case RangeType range -> "";
      case Sequence sequence -> "";
      case Aggregate aggregate -> String.join(" ", aggregate.options());
      case Operator operator -> "";
      case OperatorFamily family -> "";
      case OperatorClass operatorClass -> "";
      case Cast cast -> "";
      case Transform transform -> "";
      case TextSearchParser parser -> "";
      case TextSearchTemplate template -> "";
      case TextSearchDictionary dictionary -> "";
      case TextSearchConfiguration configuration -> "";
      case Table table -> table.partitionedBy() == null ? "" : table.partitionedBy();
      case SequenceOwner owner -> "";
      case Inheritance inheritance -> "";
      case Partition partition -> partition.bounds();
      case IndexPartition partition -> "";
      case Clustering clustering -> "";
      case ReplicaIdentity identity -> "";
      case Statistics statistics -> statistics.definition();
      case Publication publication -> "";
      case Rule rule -> rule.definition();
      case EventTrigger trigger -> "";
      case ForeignDataWrapper wrapper -> "";
      case ForeignServer server -> "";
      case UserMapping mapping -> "";
      case PublicationSchema schema -> "";
      case Subscription subscription -> "";
      case Owner owner -> "";
      case DefaultPrivileges privileges -> "";
      case Grant grant -> "";
      case SecurityLabel label -> "";
      case Comment comment -> "";
    };
  }

  /** A body that is a text stays a text until it is called; defaults and SQL bodies do not. */
  private static String evaluated(Routine routine) {
    String definition = routine.definition();
    int body = definition.indexOf("\nAS $");
    return body < 0 ? definition : definition.substring(0, body);
  }
}
