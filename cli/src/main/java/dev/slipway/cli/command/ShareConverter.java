package dev.slipway.cli.command;

import dev.slipway.migration.Share;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A part of the time on a command line. */
final class ShareConverter implements ITypeConverter<Share> {

  @Override
  public Share convert(String text) {
    Share share = Share.parse(text);
    if (share == null) {
      throw new TypeConversionException(
          "'" + text + "' is no part of the time: write 1% to 100%, such as 25%");
    }
    return share;
  }
}
