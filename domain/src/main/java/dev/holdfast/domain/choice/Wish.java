package dev.holdfast.domain.choice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants who leaves the choice to the house (seats.io dialect, section 17).
 *
 * @param number how many seats, tables and booths, or places of an area; 1 to {@value #MOST}
 * @param categories keys or labels of the categories that will do, in upper or lower case; empty:
 *     any, and what has none
 * @param zone key of the only zone that will do; null: any
 * @param sections labels of the sections that will do, spelt as in the chart; empty: any, and what
 *     is in none
 * @param preventOrphans whether seats that leave no single one between themselves and others come
 *     first, however far they are; they are no condition
 * @param accessible how many of the seats are accessible: exactly so many, 0 to {@code number}
 */
public record Wish(
    int number,
    Set<String> categories,
    @Nullable String zone,
    Set<String> sections,
    boolean preventOrphans,
    int accessible) {
  /** The most that can be wished for at once: as much as a token may hold. */
  public static final int MOST = 200;

  public Wish {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("a wish is for 1 to " + MOST);
    }
    if (accessible < 0 || accessible > number) {
      throw new IllegalArgumentException("accessible seats are some of the seats wished for");
    }
    categories = Set.copyOf(categories);
    sections = Set.copyOf(sections);
  }

  /** So many anywhere: of any category, no seat accessible, no orphan left if it can be helped. */
  public static Wish of(int number) {
    return new Wish(number, Set.of(), null, Set.of(), true, 0);
  }
}
