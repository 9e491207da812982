package dev.slipway.migration;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ServerError;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Smallness;
import dev.slipway.plan.TableSize;
import dev.slipway.plan.WeighedHazard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weighs hazards by what a target holds, read-only and at once. What can't be read in time, since a
 * table is locked or the role may not see it, is taken for much. Thread-safe.
 *
 * @param dialect the target's engine
 * @param smallness what is small
 */
public record Scales(Dialect dialect, Smallness smallness) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * Weighs hazards over a connection of its own.
   *
   * @return one for each, in their order
   * @throws dev.slipway.error.SlipwayException when the target can't be reached
   */
  public List<WeighedHazard> weigh(Target target, List<Hazard> hazards) {
    if (hazards.isEmpty()) {
      return List.of();
    }
    try (Connection connection = target.connect("sizes")) {
      return weigh(connection, hazards);
    } catch (SQLException e) {
      throw LockedSession.failed(dialect, "Reading the sizes of tables", e);
    }
  }

  /** The same over a connection in auto-commit mode, which it leaves so. */
  List<WeighedHazard> weigh(Connection connection, List<Hazard> hazards) throws SQLException {
    Map<ObjectId, TableSize> sizes = new HashMap<>();
    Set<ObjectId> empty = Set.of();
    if (hazards.stream().anyMatch(hazard -> !hazard.tables().isEmpty())) {
      dialect.transactions().beginReadOnly(connection, TIMEOUT);
      try {
        Set<ObjectId> tables =
            hazards.stream().flatMap(h -> h.tables().stream()).collect(Collectors.toSet());
        sizes.putAll(dialect.tableSizes().read(connection, tables, smallness.rows()));
        Set<ObjectId> holders =
            hazards.stream().flatMap(h -> holders(h).stream()).collect(Collectors.toSet());
        empty = dialect.tableSizes().empty(connection, holders);
      } catch (SQLException e) {
        ServerError.Kind kind = dialect.transactions().explain(e).kind();
        if (kind != ServerError.Kind.CANCELED && kind != ServerError.Kind.LOCK_TIMEOUT) {
          throw e;
        }
      } finally {
        dialect.transactions().rollback(connection);
      }
    }
    Set<ObjectId> known = empty;
    return hazards.stream()
        .map(hazard ->
            WeighedHazard.of(
                hazard,
                sum(hazard, sizes),
                !holders(hazard).isEmpty() && known.containsAll(holders(hazard)),
                smallness))
        .toList();
  }

  /** What has to be empty so that the hazard is none. */
  private static List<ObjectId> holders(Hazard hazard) {
    return switch (hazard.code().severity()) {
      case DESTROYS -> hazard.on().kind() == Kind.COLUMN ? List.of(hazard.on()) : hazard.tables();
      case MAY_FAIL -> hazard.tables();
      case LOCKS, SURPRISES, ADVICE -> List.of();
    };
  }

  private static @Nullable TableSize sum(Hazard hazard, Map<ObjectId, TableSize> sizes) {
    TableSize sum = null;
    for (ObjectId table : hazard.tables()) {
      TableSize size = sizes.get(table);
      if (size == null) {
        return null;
      }
      sum = sum == null ? size : sum.plus(size);
    }
    return sum;
  }
}
