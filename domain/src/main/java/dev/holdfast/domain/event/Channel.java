package dev.holdfast.domain.event;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Part of an event that is sold by some sellers only (seats.io dialect, section 14). Immutable.
 *
 * @param id made by the server, the same as long as the channel lives; 1 to 255 characters
 * @param key what the outside calls it, unique in its event; 1 to 255 characters
 * @param name up to 255 characters
 * @param color any text of up to 255 characters
 * @param index where it stands among the others; null: behind those that say
 * @param objects labels of what only it sells, 1 to 255 characters each; none need be drawn
 * @param areaPlaces numbers of places that only it sells, by area; 1 to 1,000,000
 */
public record Channel(
    String id,
    String key,
    String name,
    String color,
    @Nullable Integer index,
    List<String> objects,
    Map<String, Integer> areaPlaces) {
  /**
   * Keeps each label once.
   *
   * @throws IllegalArgumentException for a text or a number out of its bounds
   */
  public Channel {
    RuleText.requireLabel(id);
    RuleText.requireLabel(key);
    RuleText.requireName(name);
    RuleText.requireName(color);
    objects = RuleText.labels(objects);
    areaPlaces = RuleText.places(areaPlaces);
  }

  /** How many labels it is made of. */
  public int size() {
    return objects.size() + areaPlaces.size();
  }

  /** The same under another id. */
  Channel withId(String other) {
    return new Channel(other, key, name, color, index, objects, areaPlaces);
  }

  /** The same with these objects and places instead. */
  Channel with(List<String> newObjects, Map<String, Integer> newPlaces) {
    return new Channel(id, key, name, color, index, newObjects, newPlaces);
  }

  /** The same with more objects; places add up. */
  Channel plus(List<String> more, Map<String, Integer> morePlaces) {
    Set<String> all = new LinkedHashSet<>(objects);
    all.addAll(more);
    Map<String, Integer> places = new LinkedHashMap<>(areaPlaces);
    morePlaces.forEach((area, number) -> places.merge(area, number, RuleText::sum));
    return with(List.copyOf(all), places);
  }

  /** The same without these objects; of places as many fewer, as far as there are. */
  Channel minus(Set<String> gone, Map<String, Integer> fewerPlaces) {
    List<String> rest = objects.stream().filter(each -> !gone.contains(each)).toList();
    Map<String, Integer> places = new LinkedHashMap<>(areaPlaces);
    fewerPlaces.forEach((area, number) ->
        places.computeIfPresent(area, (_, there) -> there > number ? there - number : null));
    return with(rest, places);
  }

  /**
   * What becomes another.
   *
   * @param name null: stays
   * @param color null: stays
   * @param objects null: stay; else all of them from now on
   * @param areaPlaces null: stay; else all of them from now on
   */
  public record Change(
      @Nullable String name,
      @Nullable String color,
      @Nullable List<String> objects,
      @Nullable Map<String, Integer> areaPlaces) {
    Channel applyTo(Channel channel) {
      return new Channel(
          channel.id,
          channel.key,
          name == null ? channel.name : name,
          color == null ? channel.color : color,
          channel.index,
          objects == null ? channel.objects : objects,
          areaPlaces == null ? channel.areaPlaces : areaPlaces);
    }
  }
}
