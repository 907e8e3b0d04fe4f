package dev.holdfast.http.route;

import dev.holdfast.domain.workspace.KeyKind;

/** Who may use a route. */
public enum Access {
  /** Anybody. */
  OPEN,
  /** The operator, by {@code X-Admin-Key}. */
  ADMIN,
  /** A workspace's secret key. */
  SECRET,
  /** A workspace's secret key, or none where the operator has opened a workspace to all. */
  SECRET_UNLESS_OPEN,
  /** A workspace's secret or public key. */
  PUBLIC_OR_SECRET;

  /** Whether a workspace's key of this kind may. */
  public boolean admits(KeyKind kind) {
    return switch (this) {
      case OPEN -> true;
      case ADMIN -> false;
      case SECRET, SECRET_UNLESS_OPEN -> kind == KeyKind.SECRET;
      case PUBLIC_OR_SECRET -> kind == KeyKind.SECRET || kind == KeyKind.PUBLIC;
    };
  }
}
