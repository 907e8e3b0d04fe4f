package dev.holdfast.domain.workspace;

import java.util.Optional;

/**
 * A key about to be stored.
 *
 * @param hash of its whole text
 * @param lastFour its last four characters
 * @param text what is to be shown again; empty: it is told once, and never again
 */
public record NewKey(KeyKind kind, KeyHash hash, String lastFour, Optional<String> text) {
  /** One that is never shown again. */
  public NewKey(KeyKind kind, KeyHash hash, String lastFour) {
    this(kind, hash, lastFour, Optional.empty());
  }

  /** Says nothing of the text: it is a secret. */
  @Override
  public String toString() {
    return "NewKey[" + kind + " " + hash + "]";
  }
}
