package app;

/** Genres. */
public enum Genre {
  FICTION,
  SCIENCE
}
