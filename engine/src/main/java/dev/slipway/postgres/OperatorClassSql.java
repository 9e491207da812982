package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.OperatorClass;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Operator classes as SQL (manual: CREATE OPERATOR CLASS): only their names can be altered. */
final class OperatorClassSql implements ObjectSql<OperatorClass> {

  @Override
  public String systemCatalog() {
    return "pg_opclass";
  }

  @Override
  public String target(ObjectId id) {
    return "operator class " + Quoting.qualified(id) + " using " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(OperatorClass operatorClass, List<DatabaseObject> within) {
    var items = new ArrayList<String>();
    if (operatorClass.storage() != null) {
      items.add("storage " + operatorClass.storage());
    }
    operatorClass.members().forEach(member -> items.add(OperatorFamilySql.member(member)));
    if (items.isEmpty()) {
      items.add("storage " + operatorClass.type());
    }
    ObjectId id = operatorClass.id();
    return List.of(
        Statement.of(
            "create operator class "
                + Quoting.qualified(id)
                + (operatorClass.isDefault() ? " default" : "")
                + " for type "
                + operatorClass.type()
                + " using "
                + Quoting.name(id)
                + " family "
                + operatorClass.family()
                + " as\n  "
                + String.join(",\n  ", items)));
  }

  @Override
  public List<Statement> drop(OperatorClass operatorClass) {
    return List.of(Statement.of("drop " + target(operatorClass.id())));
  }

  @Override
  public Alteration alter(OperatorClass before, OperatorClass after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  /** The name stands before the access method. */
  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter " + target(from) + " rename to " + Quoting.identifier(to.path().get(1))));
  }
}
