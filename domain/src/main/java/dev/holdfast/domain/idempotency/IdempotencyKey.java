package dev.holdfast.domain.idempotency;

import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;

/**
 * The name under which a caller sends one request as often as he likes, and has it carried out once
 * (header {@code Idempotency-Key}; decisions 6 and 17).
 *
 * @param value 1 to {@value #MAX_LENGTH} printable ASCII characters, chosen by the caller
 */
public record IdempotencyKey(WorkspaceId workspace, String value)
    implements Comparable<IdempotencyKey> {
  /** Most characters. */
  public static final int MAX_LENGTH = 255;

  /** How long an answer is kept; after that the key is unknown again. */
  public static final Duration LIFE = Duration.ofHours(24);

  public IdempotencyKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("an idempotency key is 1 to 255 printable characters");
    }
  }

  /** Whether a text can be one. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_LENGTH
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  @Override
  public int compareTo(IdempotencyKey other) {
    int byWorkspace = Long.compare(workspace.value(), other.workspace.value());
    return byWorkspace != 0 ? byWorkspace : value.compareTo(other.value);
  }
}
