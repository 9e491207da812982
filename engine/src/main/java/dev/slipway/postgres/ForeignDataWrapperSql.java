package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ForeignDataWrapper;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Foreign data wrappers as SQL (manual: CREATE and ALTER FOREIGN DATA WRAPPER). */
final class ForeignDataWrapperSql implements ObjectSql<ForeignDataWrapper> {

  @Override
  public String systemCatalog() {
    return "pg_foreign_data_wrapper";
  }

  @Override
  public String target(ObjectId id) {
    return "foreign data wrapper " + Quoting.name(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return target(id);
  }

  @Override
  public List<Statement> create(ForeignDataWrapper wrapper, List<DatabaseObject> within) {
    return List.of(
        Statement.of(
            "create "
                + target(wrapper.id())
                + (wrapper.handler() == null ? "" : " handler " + wrapper.handler())
                + (wrapper.validator() == null ? "" : " validator " + wrapper.validator())
                + ForeignOptions.create(wrapper.options())));
  }

  @Override
  public List<Statement> drop(ForeignDataWrapper wrapper) {
    return List.of(Statement.of("drop " + target(wrapper.id())));
  }

  @Override
  public Alteration alter(
      ForeignDataWrapper before, ForeignDataWrapper after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        List.of(
            Statement.of(
                "alter "
                    + target(after.id())
                    + function("handler", before.handler(), after.handler())
                    + function("validator", before.validator(), after.validator())
                    + ForeignOptions.alter(before.options(), after.options()))),
        false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }

  private static String function(String word, @Nullable String before, @Nullable String after) {
    if (Objects.equals(before, after)) {
      return "";
    }
    return after == null ? " no " + word : " " + word + " " + after;
  }
}
