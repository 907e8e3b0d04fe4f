package dev.holdfast.http.seatsio.drawing;

/** A drawing says something in a measure that no drawing may. Such a drawing is not stored. */
final class OutOfBounds extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  /**
   * Where and what.
   *
   * @param path by dots
   */
  OutOfBounds(String path, String problem) {
    super(path + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  String path() {
    return path;
  }

  String problem() {
    return problem;
  }
}
