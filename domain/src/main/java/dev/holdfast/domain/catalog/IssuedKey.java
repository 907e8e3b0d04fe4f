package dev.holdfast.domain.catalog;

import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewKey;

/**
 * A key that was just made: the only moment its text is known.
 *
 * @param text what its holder sends
 */
public record IssuedKey(KeyKind kind, String text) {
  /** What is stored of it. */
  NewKey stored() {
    return new NewKey(kind, KeyHash.of(text), text.substring(text.length() - 4));
  }

  /** Says nothing of the text: it is a secret. */
  @Override
  public String toString() {
    return "IssuedKey[" + kind + "]";
  }
}
