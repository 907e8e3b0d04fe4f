package dev.holdfast.domain.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an event is for sale: the listed things only, or everything but them (seats.io dialect,
 * section 13). Immutable.
 *
 * @param forSale whether what is listed is for sale and all else is not; else the other way round
 * @param objects labels of seats, rows, tables, booths, areas or sections, 1 to 255 characters
 *     each; none need be drawn
 * @param areaPlaces numbers of places by area, of areas that are not listed as a whole; 1 to
 *     1,000,000
 * @param categories keys or labels of categories
 */
public record ForSale(
    boolean forSale,
    List<String> objects,
    Map<String, Integer> areaPlaces,
    List<String> categories) {
  /** Where editing begins when nothing was ever said: everything is for sale. */
  public static final ForSale START = new ForSale(false, List.of(), Map.of(), List.of());

  /**
   * Keeps each label once.
   *
   * @throws IllegalArgumentException for a text or a number out of its bounds
   */
  public ForSale {
    objects = RuleText.labels(objects);
    areaPlaces = RuleText.places(areaPlaces);
    categories = RuleText.labels(categories);
  }

  /** How many labels it is made of. */
  public int size() {
    return objects.size() + areaPlaces.size() + categories.size();
  }

  /**
   * The same after an edit: first what comes on sale, then what is taken off, so that of a thing
   * named in both none is sold by mistake. Categories stay.
   */
  public ForSale edited(Edit edit) {
    Lists lists = new Lists(new LinkedHashSet<>(objects), new LinkedHashMap<>(areaPlaces));
    lists.change(forSale, edit.forSale());
    lists.change(!forSale, edit.notForSale());
    return new ForSale(forSale, List.copyOf(lists.objects), lists.areaPlaces, categories);
  }

  /**
   * What comes on sale, and what is taken off.
   *
   * @param forSale may be empty
   * @param notForSale may be empty
   */
  public record Edit(List<Item> forSale, List<Item> notForSale) {
    public Edit {
      forSale = List.copyOf(forSale);
      notForSale = List.copyOf(notForSale);
    }
  }

  /**
   * One thing.
   *
   * @param object a label, 1 to 255 characters
   * @param quantity so many places more of the area; null: all of it
   */
  public record Item(String object, @Nullable Integer quantity) {
    /**
     * @throws IllegalArgumentException for a text out of its bounds, or fewer than 1 or more than
     *     1,000,000 places
     */
    public Item {
      RuleText.requireLabel(object);
      if (quantity != null && RuleText.places(Map.of(object, quantity)).isEmpty()) {
        throw new IllegalArgumentException("no places");
      }
    }

    /** A thing as a whole. */
    public static Item whole(String object) {
      return new Item(object, null);
    }
  }

  /** What is listed, while it is edited. */
  private record Lists(Set<String> objects, Map<String, Integer> areaPlaces) {
    void change(boolean listed, Collection<Item> items) {
      for (Item item : items) {
        if (listed) {
          enter(item);
        } else {
          strike(item);
        }
      }
    }

    private void enter(Item item) {
      if (item.quantity() == null) {
        objects.add(item.object());
        areaPlaces.remove(item.object());
      } else if (!objects.contains(item.object())) {
        areaPlaces.merge(item.object(), item.quantity(), RuleText::sum);
      }
    }

    /** How many places an area has is the chart's business: one listed whole stays so. */
    private void strike(Item item) {
      Integer less = item.quantity();
      if (less == null) {
        objects.remove(item.object());
        areaPlaces.remove(item.object());
      } else {
        areaPlaces.computeIfPresent(
            item.object(), (_, places) -> places > less ? places - less : null);
      }
    }
  }
}
