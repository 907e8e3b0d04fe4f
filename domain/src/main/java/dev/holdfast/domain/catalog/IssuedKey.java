package dev.holdfast.domain.catalog;

import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewKey;
import java.util.Optional;

/**
 * A key that was just made, with its text.
 *
 * @param text what its holder sends
 */
public record IssuedKey(KeyKind kind, String text) {
  /**
   * What is stored of it. The text of a secret key is, because the company whose workspace it opens
   * is shown it again (decision 2).
   */
  NewKey stored() {
    String lastFour = text.substring(text.length() - 4);
    return new NewKey(
        kind,
        KeyHash.of(text),
        lastFour,
        kind == KeyKind.SECRET ? Optional.of(text) : Optional.empty());
  }

  /**
   * A new key of a workspace.
   *
   * @param kind public or secret
   * @param test whether the workspace is for trying things out
   */
  static IssuedKey ofWorkspace(KeyKind kind, boolean test, IdSource ids) {
    String prefix =
        switch (kind) {
          case PUBLIC -> "pk_";
          case SECRET -> "sk_";
          case ADMIN -> throw new IllegalArgumentException("a workspace has no admin key");
        };
    return new IssuedKey(kind, prefix + (test ? "test_" : "live_") + ids.text(CHARACTERS));
  }

  /** A new key of a company. */
  static IssuedKey ofCompany(IdSource ids) {
    return new IssuedKey(KeyKind.ADMIN, "adm_" + ids.text(CHARACTERS));
  }

  private static final int CHARACTERS = 32;

  /** Says nothing of the text: it is a secret. */
  @Override
  public String toString() {
    return "IssuedKey[" + kind + "]";
  }
}
