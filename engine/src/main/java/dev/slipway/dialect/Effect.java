package dev.slipway.dialect;

/** What a statement that no transaction protects has left behind when its end was not seen. */
public enum Effect {
  /** It took place. */
  WHOLE,
  /** Nothing of it stays, or running it again does no harm. */
  NONE,
  /** Nobody can tell. */
  UNKNOWN
}
