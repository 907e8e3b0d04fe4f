package dev.holdfast.domain.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A wish to change a chart's tags: first some are taken away, then others added, all or nothing.
 * Taking away a tag that is not there and adding one that is are no faults and change nothing.
 *
 * @param add in this order, behind those that are there
 * @param remove any texts
 */
public record TagChange(List<String> add, List<String> remove) {
  /** Most tags of one chart. */
  public static final int MAX_TAGS = 100;

  /** Longest tag, in characters; the shortest has one. */
  public static final int MAX_LENGTH = 100;

  public TagChange {
    add = List.copyOf(add);
    remove = List.copyOf(remove);
  }

  /** Whether a text can be a tag: 1 to {@link #MAX_LENGTH} characters, each of them storable. */
  public static boolean isTag(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && text.codePoints().allMatch(TagChange::isStorable);
  }

  /** No store keeps NUL or half a surrogate pair. */
  private static boolean isStorable(int character) {
    return character != 0
        && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
  }

  /**
   * The tags afterwards, each once, in the order they were added.
   *
   * @param tags those before
   */
  public List<String> applyTo(List<String> tags) {
    SequencedSet<String> after = new LinkedHashSet<>(tags);
    remove.forEach(after::remove);
    after.addAll(add);
    return List.copyOf(after);
  }
}
