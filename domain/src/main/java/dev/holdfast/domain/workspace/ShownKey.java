package dev.holdfast.domain.workspace;

/**
 * A secret key whose text is shown again to the company whose workspace it opens.
 *
 * @param key as it is listed
 * @param text what its holder sends
 */
public record ShownKey(ApiKey key, String text) {
  /** Says nothing of the text: it is a secret. */
  @Override
  public String toString() {
    return "ShownKey[" + key.id() + "]";
  }
}
