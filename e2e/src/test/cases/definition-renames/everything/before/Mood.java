package app;

public enum Mood {
  SAD,
  MEDIUM,
  HAPPY
}
