package dev.holdfast.http.json;

import java.util.List;
import java.util.Map;

/**
 * A request that is not valid. Carries no stack trace: it is the caller's mistake and says nothing
 * about this program.
 */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, List<String>> errors;

  /**
   * A request with these problems.
   *
   * @param errors texts by dot path, at least one
   */
  public InvalidRequest(Map<String, List<String>> errors) {
    super("invalid request", null, false, false);
    this.errors = errors;
  }

  /** A request with one problem. */
  public InvalidRequest(DotPath path, String text) {
    this(Map.of(path.toString(), List.of(text)));
  }

  /** Texts by dot path. */
  public Map<String, List<String>> errors() {
    return errors;
  }
}
