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
  PUBLIC_OR_SECRET,
  /**
   * A workspace, by HTTP Basic (seats.io dialect, section 2): its secret key, or the key of its
   * company, is the user; the password is not looked at.
   */
  BASIC_SECRET,
  /** A company, by its own key as the user of HTTP Basic. */
  BASIC_COMPANY,
  /** Whoever knows the system secret, which is the user of HTTP Basic. */
  BASIC_SYSTEM;

  /** Whether a workspace's or company's key of this kind may. */
  public boolean admits(KeyKind kind) {
    return switch (this) {
      case OPEN -> true;
      case ADMIN, BASIC_SYSTEM -> false;
      case SECRET, SECRET_UNLESS_OPEN -> kind == KeyKind.SECRET;
      case PUBLIC_OR_SECRET -> kind == KeyKind.SECRET || kind == KeyKind.PUBLIC;
      case BASIC_SECRET -> kind == KeyKind.SECRET || kind == KeyKind.ADMIN;
      case BASIC_COMPANY -> kind == KeyKind.ADMIN;
    };
  }
}
