package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.DatabaseEnum;
import dev.slipway.schema.TableDefinition;

public final class Task extends TableDefinition {
  public static final Task TABLE = new Task();

  @DatabaseEnum(name = "status")
  enum Other {
    OPEN,
    CLOSED
  }

  public final Column<Status> status = enumeration("status", Status.class);
  public final Column<Other> other = enumeration("other", Other.class);

  private Task() {
    super("task");
  }
}
