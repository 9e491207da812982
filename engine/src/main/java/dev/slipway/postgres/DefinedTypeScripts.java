package dev.slipway.postgres;

import dev.slipway.dialect.Script;
import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedComposite;
import dev.slipway.schema.model.DefinedDomain;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types that a definition makes, each after those that it is made of. */
final class DefinedTypeScripts {

  private final DefinedTypes types;

  private DefinedTypeScripts(DefinedTypes types) {
    this.types = types;
  }

  static List<Script> of(Definition definition, DefinedTypes types) {
    var scripts = new DefinedTypeScripts(types);
    Map<QualifiedName, ColumnType.Made> made = new LinkedHashMap<>();
    for (ColumnType.Made type : definition.types()) {
      var name = new QualifiedName(DefinedTypes.schema(type.name()), type.name().name());
      ColumnType.Made known = made.putIfAbsent(name, type);
      if (known != null && !scripts.shape(known).equals(scripts.shape(type))) {
        throw new SlipwayException(
            DefinitionConflict.TYPE_DEFINED_TWICE,
            "The type "
                + type.name()
                + " is defined twice: with "
                + scripts.shape(known)
                + " and with "
                + scripts.shape(type)
                + ".",
            "Give one of the two Java types another type name.");
      }
    }
    return made.values().stream().map(scripts::script).toList();
  }

  /** What two definitions of one type must have in common, for messages too. */
  private String shape(ColumnType.Made type) {
    return switch (type) {
      case ColumnType.Enumeration enumeration -> "the values " + enumeration.type().values();
      case ColumnType.OfComposite composite ->
          "the attributes "
              + composite.type().attributes().stream()
                  .map(each -> each.name() + " " + types.of(each.type()))
                  .toList();
      case ColumnType.OfDomain domain ->
          "the base "
              + types.of(domain.domain().base())
              + " and the conditions "
              + domain.domain().checks().stream()
                  .map(check -> DefinedWords.sql(check.condition()))
                  .toList();
    };
  }

  private Script script(ColumnType.Made type) {
    return switch (type) {
      case ColumnType.Enumeration enumeration -> script(enumeration.type());
      case ColumnType.OfComposite composite -> script(composite.type());
      case ColumnType.OfDomain domain -> script(domain.domain());
    };
  }

  private static Script script(DefinedEnum type) {
    String name = DefinedTypes.name(type.name());
    String values = type.values().stream().map(Quoting::literal).collect(Collectors.joining(", "));
    List<String> statements = new ArrayList<>();
    statements.add("create type " + name + " as enum (" + values + ")");
    comment(statements, "type " + name, type.comment());
    return Script.of("enum " + type.name(), statements);
  }

  private Script script(DefinedComposite type) {
    String name = DefinedTypes.name(type.name());
    List<String> statements = new ArrayList<>();
    statements.add(
        type.attributes().stream()
            .map(each -> Quoting.identifier(each.name()) + " " + types.of(each.type()))
            .collect(Collectors.joining(", ", "create type " + name + " as (", ")")));
    comment(statements, "type " + name, type.comment());
    for (DefinedComposite.Attribute each : type.attributes()) {
      comment(statements, "column " + name + "." + Quoting.identifier(each.name()), each.comment());
    }
    return Script.of("composite type " + type.name(), statements);
  }

  private Script script(DefinedDomain domain) {
    String name = DefinedTypes.name(domain.name());
    var sql = new StringBuilder("create domain " + name + " as " + types.of(domain.base()));
    sql.append(DefinedWords.collation(domain.collation()));
    if (domain.defaultValue() != null) {
      sql.append(" default ").append(DefinedWords.sql(domain.defaultValue()));
    }
    sql.append(domain.notNull() ? " not null" : "");
    for (DefinedCheck check : domain.checks()) {
      sql.append(' ')
          .append(DefinedWords.named(check.name()))
          .append("check (")
          .append(DefinedWords.sql(check.condition()))
          .append(')');
    }
    List<String> statements = new ArrayList<>();
    statements.add(sql.toString());
    comment(statements, "domain " + name, domain.comment());
    return Script.of("domain " + domain.name(), statements);
  }

  private static void comment(List<String> statements, String object, @Nullable String comment) {
    if (comment != null) {
      statements.add(DefinedWords.comment(object, comment));
    }
  }
}
