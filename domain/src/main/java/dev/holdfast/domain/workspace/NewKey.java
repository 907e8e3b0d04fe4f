package dev.holdfast.domain.workspace;

/**
 * A key about to be stored.
 *
 * @param hash of its whole text
 * @param lastFour its last four characters
 */
public record NewKey(KeyKind kind, KeyHash hash, String lastFour) {}
