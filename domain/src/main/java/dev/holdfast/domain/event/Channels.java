package dev.holdfast.domain.event;

import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The channels of an event (seats.io dialect, section 14). Every object is in one of them at most:
 * one that is given to a channel leaves the one it was in. Places of an area are only counted, and
 * do not move. Immutable.
 *
 * @param all by {@link Channel#index()}, those without one last; otherwise as they came
 */
public record Channels(List<Channel> all) {
  /** Most channels of one event. */
  public static final int MAX_CHANNELS = 1_000;

  private static final Comparator<Channel> ORDER =
      Comparator.comparing(
          Channel::index, Comparator.<@Nullable Integer>nullsLast(Comparator.naturalOrder()));

  /** No channels: everybody sells everything. */
  public static final Channels NONE = new Channels(List.of());

  /**
   * Puts them in order.
   *
   * @throws IllegalArgumentException when there are too many, or two of a key or an id, or an
   *     object is in two
   */
  public Channels {
    all = all.stream().sorted(ORDER).toList();
    if (all.size() > MAX_CHANNELS) {
      throw new IllegalArgumentException(all.size() + " channels");
    }
    requireEachOnce(all.stream().map(Channel::key).toList());
    requireEachOnce(all.stream().map(Channel::id).toList());
    requireEachOnce(all.stream().flatMap(each -> each.objects().stream()).toList());
  }

  private static void requireEachOnce(List<String> names) {
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("a key, an id or an object stands in two channels");
    }
  }

  /** The channel of this key. */
  public Optional<Channel> find(String key) {
    return all.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** How many labels they are made of. */
  public int size() {
    return all.stream().mapToInt(Channel::size).sum();
  }

  /** More channels; of an object that several of them list, the last one has it. */
  public Outcome<Channels> add(List<Channel> more) {
    Set<String> keys = new HashSet<>();
    all.forEach(each -> keys.add(each.key()));
    for (Channel each : more) {
      if (!keys.add(each.key())) {
        return Outcome.refused(new Refusal.ChannelKeyTaken(each.key()));
      }
    }
    if (keys.size() > MAX_CHANNELS) {
      return Outcome.refused(new Refusal.TooManyChannels(MAX_CHANNELS));
    }
    List<Channel> together = new ArrayList<>(all);
    together.addAll(more);
    return Outcome.accepted(new Channels(lastOneHasIt(together)));
  }

  /** These channels instead; one that keeps its key keeps its id. */
  public Outcome<Channels> replace(List<Channel> others) {
    Map<String, String> ids = new HashMap<>();
    all.forEach(each -> ids.put(each.key(), each.id()));
    return NONE.add(
        others.stream().map(each -> each.withId(ids.getOrDefault(each.key(), each.id()))).toList());
  }

  /** Without one of them; what it had is everybody's. */
  public Outcome<Channels> remove(String key) {
    return find(key).isEmpty()
        ? Outcome.refused(new Refusal.UnknownChannel(key))
        : Outcome.accepted(
            new Channels(all.stream().filter(each -> !each.key().equals(key)).toList()));
  }

  /** Another name, colour, or other objects. */
  public Outcome<Channels> update(String key, Channel.Change change) {
    return change(key, change::applyTo);
  }

  /** Gives objects to a channel, and so many places more. */
  public Outcome<Channels> addObjects(
      String key, List<String> objects, Map<String, Integer> areaPlaces) {
    return change(key, channel -> channel.plus(objects, areaPlaces));
  }

  /** Takes objects from a channel, and so many places, as far as it has them. */
  public Outcome<Channels> removeObjects(
      String key, List<String> objects, Map<String, Integer> areaPlaces) {
    return change(key, channel -> channel.minus(Set.copyOf(objects), areaPlaces));
  }

  private Outcome<Channels> change(String key, UnaryOperator<Channel> change) {
    Optional<Channel> before = find(key);
    if (before.isEmpty()) {
      return Outcome.refused(new Refusal.UnknownChannel(key));
    }
    Channel after = change.apply(before.get());
    Set<String> moved = new HashSet<>(after.objects());
    return Outcome.accepted(
        new Channels(
            all.stream()
                .map(each -> each.key().equals(key) ? after : each.minus(moved, Map.of()))
                .toList()));
  }

  private static List<Channel> lastOneHasIt(List<Channel> channels) {
    Map<String, Channel> owners = new HashMap<>();
    channels.forEach(each -> each.objects().forEach(object -> owners.put(object, each)));
    return channels.stream().map(each -> each.with(own(each, owners), each.areaPlaces())).toList();
  }

  private static List<String> own(Channel channel, Map<String, Channel> owners) {
    Set<String> own = new LinkedHashSet<>();
    for (String object : channel.objects()) {
      if (Objects.requireNonNull(owners.get(object)).key().equals(channel.key())) {
        own.add(object);
      }
    }
    return List.copyOf(own);
  }
}
