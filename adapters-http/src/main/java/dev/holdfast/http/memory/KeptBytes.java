package dev.holdfast.http.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What never changes, kept for the next who asks: so many bytes in all, those that were not asked
 * for the longest go first.
 *
 * @param <K> names, compared by {@code equals}
 */
public final class KeptBytes<K> {
  private final int maxBytes;
  private final Map<K, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  /**
   * Nothing yet.
   *
   * @param maxBytes in all; what alone is larger is not kept
   */
  public KeptBytes(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** What has this name, made if it is not there; not to be changed. */
  public byte[] get(K name, Supplier<byte[]> make) {
    byte[] known = find(name);
    if (known != null) {
      return known;
    }
    byte[] made = make.get();
    keep(name, made);
    return made;
  }

  private synchronized byte @Nullable [] find(K name) {
    return kept.get(name);
  }

  private synchronized void keep(K name, byte[] made) {
    if (made.length > maxBytes) {
      return;
    }
    byte[] before = kept.put(name, made);
    size += made.length - (before == null ? 0 : before.length);
    Iterator<byte[]> oldest = kept.values().iterator();
    while (size > maxBytes) {
      size -= oldest.next().length;
      oldest.remove();
    }
  }
}
