package dev.slipway.config;

import dev.slipway.error.ErrorCode;

/** How a configuration can be wrong. */
public enum ConfigurationError implements ErrorCode {
  /** There is no {@code slipway.yml} where one is needed. */
  NO_CONFIGURATION(Category.CONFIGURATION),
  /** Several different things are wrong; each is listed with its own code. */
  INVALID_CONFIGURATION(Category.CONFIGURATION),
  /** The file is not YAML, or not text. */
  BAD_YAML(Category.CONFIGURATION),
  /** A key that means nothing. */
  UNKNOWN_KEY(Category.CONFIGURATION),
  /** A key that is there twice. */
  DUPLICATE_KEY(Category.CONFIGURATION),
  /** A key that has to be there is not. */
  MISSING_KEY(Category.CONFIGURATION),
  /** A value of another type than the key takes. */
  WRONG_TYPE(Category.CONFIGURATION),
  /** A value of the right type that cannot be. */
  BAD_VALUE(Category.CONFIGURATION),
  /** A variable that is named but has no value. */
  UNSET_VARIABLE(Category.CONFIGURATION),
  /** A line of a {@code .env} file that is no assignment. */
  BAD_VARIABLE_LINE(Category.CONFIGURATION),
  /** An environment that comes after itself. */
  ENVIRONMENT_CYCLE(Category.CONFIGURATION),
  /** An environment was asked for that the configuration does not have. */
  UNKNOWN_ENVIRONMENT(Category.USAGE);

  private final Category category;

  ConfigurationError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
