package dev.holdfast.domain.workspace;

import java.util.List;

/**
 * A workspace about to be stored, with its first keys.
 *
 * @param key what the outside is to call it
 * @param test whether it is for trying things out
 */
public record NewWorkspace(String key, String name, boolean test, List<NewKey> keys) {
  public NewWorkspace {
    keys = List.copyOf(keys);
  }
}
