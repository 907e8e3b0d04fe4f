package dev.holdfast.http.json;

import org.jspecify.annotations.Nullable;

/**
 * Where a member stands in a body: {@code sections.0.rows.2.label}. Put together only when somebody
 * asks, because a layout has a hundred thousand members and nearly all of them are right.
 */
public final class DotPath {
  /** The body as a whole. */
  public static final DotPath ROOT = new DotPath(null, "");

  private final @Nullable DotPath parent;
  private final Object step;

  private DotPath(@Nullable DotPath parent, Object step) {
    this.parent = parent;
    this.step = step;
  }

  /** The path of a member of the object here. */
  public DotPath to(String member) {
    return new DotPath(this, member);
  }

  /** The path of an item of the array here. */
  public DotPath to(int item) {
    return new DotPath(this, item);
  }

  /** The whole path; {@code _root} for the body itself. */
  @Override
  public String toString() {
    if (parent == null) {
      return "_root";
    }
    return parent.parent == null ? step.toString() : parent + "." + step;
  }
}
