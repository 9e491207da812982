package dev.slipway.dialect;

/**
 * What became of rows that one statement took from one table.
 *
 * @param object what they were, in words
 * @param inserted how many were removed and are back
 * @param updated how many were changed and have their old values again
 * @param kept how many were written since, and stay so
 * @param gone how many were changed and are not there any more
 */
public record RowsBack(String object, long inserted, long updated, long kept, long gone) {}
