package dev.holdfast.http.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a request, all of it at once: texts by dot path. */
public final class Problems {
  /** Most paths told at once: a broken layout could fill an answer of any size. */
  public static final int MAX_PATHS = 100;

  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  /** Notes a problem. */
  public void add(DotPath path, String text) {
    if (!full()) {
      texts.computeIfAbsent(path.toString(), _ -> new ArrayList<>()).add(text);
    }
  }

  /** Whether looking for more is no use. */
  public boolean full() {
    return texts.size() >= MAX_PATHS;
  }

  /** Whether there is none. */
  public boolean none() {
    return texts.isEmpty();
  }

  /** Ends the request when there is any. */
  public void check() {
    if (!none()) {
      throw new InvalidRequest(texts);
    }
  }
}
