package dev.slipway.dialect;

/** Which of a table's rows are wanted. */
public sealed interface Share {

  /** All of them. */
  record All() implements Share {}

  /** Of every hundred about so many, the same ones each time. */
  record Percent(double percent) implements Share {}

  /** So many, the same ones each time; zero for those alone that others point at. */
  record Rows(long count) implements Share {}
}
