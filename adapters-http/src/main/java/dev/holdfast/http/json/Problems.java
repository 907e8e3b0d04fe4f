package dev.holdfast.http.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a request, all of it at once: texts by dot path. */
public final class Problems {
  /** Most paths told at once: a broken layout could fill an answer of any size. */
  public static final int MAX_PATHS = 100;

  /** Most texts in all, however few paths they share. */
  private static final int MAX_TEXTS = 200;

  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private int count;

  /** Notes a problem. */
  public void add(DotPath path, String text) {
    if (!full()) {
      count++;
      texts.computeIfAbsent(path.toString(), _ -> new ArrayList<>()).add(text);
    }
  }

  /** Whether looking for more is no use. */
  public boolean full() {
    return texts.size() >= MAX_PATHS || count >= MAX_TEXTS;
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
