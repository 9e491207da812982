package dev.slipway.dialect;

/**
 * The copy of the rows of one batch before its statement runs.
 *
 * @param aside the table of copies
 * @param from how many copies were there before, by their order
 * @param to the order of its last copy
 * @param rows how many rows the batch has
 * @param isUpdate whether the statement changes rows, so that none of them may be gone
 */
public record RowsCopied(RowsAside aside, long from, long to, long rows, boolean isUpdate) {}
