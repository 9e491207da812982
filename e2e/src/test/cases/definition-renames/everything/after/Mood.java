package app;

import dev.slipway.schema.*;

@DatabaseEnum(name = "feeling", renamedFrom = "mood")
public enum Mood {
  SAD,
  @DatabaseValue(value = "so so", renamedFrom = "MEDIUM")
  MEDIUM,
  @DatabaseValue(value = "it's fine", renamedFrom = "HAPPY")
  HAPPY,
  GREAT
}
