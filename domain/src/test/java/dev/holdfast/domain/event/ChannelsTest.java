package dev.holdfast.domain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Channels, and what changes make of them (seats.io dialect, section 14). */
final class ChannelsTest {
  private static final Channels TWO =
      new Channels(
          List.of(
              channel("web", 1, List.of("A-1", "A-2"), Map.of("GA1", 10)),
              channel("desk", 2, List.of("B-1"), Map.of())));

  private static Channel channel(
      String key, @Nullable Integer index, List<String> objects, Map<String, Integer> places) {
    return new Channel("id-" + key, key, "Name of " + key, "blue", index, objects, places);
  }

  private static Channel channel(String key, String... objects) {
    return channel(key, null, List.of(objects), Map.of());
  }

  private static Channels accepted(Outcome<Channels> outcome) {
    return assertInstanceOf(Outcome.Accepted.class, outcome).answer() instanceof Channels channels
        ? channels
        : Channels.NONE;
  }

  private static Refusal refused(Outcome<Channels> outcome) {
    return ((Outcome.Refused<?>) assertInstanceOf(Outcome.Refused.class, outcome)).first();
  }

  private static List<String> keys(Channels channels) {
    return channels.all().stream().map(Channel::key).toList();
  }

  private static List<String> objects(Channels channels, String key) {
    return channels.find(key).orElseThrow().objects();
  }

  @Test
  void they_stand_by_their_index_and_those_without_one_last_as_they_came() {
    Channels channels =
        new Channels(
            List.of(
                channel("x"),
                channel("third", 3, List.of(), Map.of()),
                channel("y"),
                channel("first", -1, List.of(), Map.of()),
                channel("also-third", 3, List.of(), Map.of())));
    assertEquals(List.of("first", "third", "also-third", "x", "y"), keys(channels));
  }

  @Test
  void one_more_takes_its_objects_from_the_others_and_the_last_of_several_has_them() {
    Channels channels =
        accepted(
            TWO.add(
                List.of(
                    channel("vip", "A-1", "C-1"),
                    channel("press", 3, List.of("C-1", "B-1"), Map.of("GA1", 5)))));
    assertEquals(List.of("web", "desk", "press", "vip"), keys(channels));
    assertEquals(List.of("A-2"), objects(channels, "web"));
    assertEquals(List.of(), objects(channels, "desk"));
    assertEquals(List.of("A-1"), objects(channels, "vip"));
    assertEquals(List.of("C-1", "B-1"), objects(channels, "press"));
    assertEquals(Map.of("GA1", 10), channels.find("web").orElseThrow().areaPlaces());
    assertEquals(Map.of("GA1", 5), channels.find("press").orElseThrow().areaPlaces());
    assertEquals(6, channels.size());
  }

  @Test
  void a_key_is_given_once() {
    assertEquals(new Refusal.ChannelKeyTaken("desk"), refused(TWO.add(List.of(channel("desk")))));
    assertEquals(
        new Refusal.ChannelKeyTaken("x"), refused(TWO.add(List.of(channel("x"), channel("x")))));
    assertEquals(
        new Refusal.ChannelKeyTaken("x"),
        refused(TWO.replace(List.of(channel("x"), channel("x")))));
  }

  @Test
  void a_removed_one_is_gone_with_its_objects() {
    assertEquals(List.of("desk"), keys(accepted(TWO.remove("web"))));
    assertEquals(new Refusal.UnknownChannel("none"), refused(TWO.remove("none")));
  }

  @Test
  void only_what_an_update_names_changes() {
    Channel web = TWO.find("web").orElseThrow();
    Channels renamed = accepted(TWO.update("web", change("Shop", null, null, null)));
    assertEquals(
        new Channel(web.id(), "web", "Shop", "blue", 1, web.objects(), web.areaPlaces()),
        renamed.find("web").orElseThrow());
    Channels red = accepted(TWO.update("web", change(null, "red", null, null)));
    assertEquals("red", red.find("web").orElseThrow().color());
    assertEquals(TWO, accepted(TWO.update("web", change(null, null, null, null))));
    Channels places = accepted(TWO.update("web", change(null, null, null, Map.of("GA2", 3))));
    assertEquals(Map.of("GA2", 3), places.find("web").orElseThrow().areaPlaces());
    assertEquals(
        new Refusal.UnknownChannel("none"),
        refused(TWO.update("none", change("Shop", null, null, null))));
  }

  private static Channel.Change change(
      @Nullable String name,
      @Nullable String color,
      @Nullable List<String> objects,
      @Nullable Map<String, Integer> places) {
    return new Channel.Change(name, color, objects, places);
  }

  @Test
  void objects_of_an_update_replace_all_and_move() {
    Channels channels =
        accepted(TWO.update("desk", change(null, null, List.of("A-2", "C-1"), null)));
    assertEquals(List.of("A-2", "C-1"), objects(channels, "desk"));
    assertEquals(List.of("A-1"), objects(channels, "web"));
  }

  @Test
  void added_objects_move_and_added_places_add_up() {
    Channels channels =
        accepted(TWO.addObjects("desk", List.of("A-1", "B-1", "C-1"), Map.of("GA1", 20)));
    assertEquals(List.of("B-1", "A-1", "C-1"), objects(channels, "desk"));
    assertEquals(List.of("A-2"), objects(channels, "web"));
    Channels more = accepted(channels.addObjects("web", List.of(), Map.of("GA1", 20)));
    assertEquals(Map.of("GA1", 30), more.find("web").orElseThrow().areaPlaces());
    assertEquals(Map.of("GA1", 20), more.find("desk").orElseThrow().areaPlaces());
    assertEquals(
        new Refusal.UnknownChannel("none"), refused(TWO.addObjects("none", List.of(), Map.of())));
  }

  @Test
  void removed_objects_are_everybodys_and_places_subtract_to_none() {
    Channels channels = accepted(TWO.removeObjects("web", List.of("A-1", "B-1"), Map.of("GA1", 4)));
    assertEquals(List.of("A-2"), objects(channels, "web"));
    assertEquals(List.of("B-1"), objects(channels, "desk"));
    assertEquals(Map.of("GA1", 6), channels.find("web").orElseThrow().areaPlaces());
    Channels none = accepted(channels.removeObjects("web", List.of(), Map.of("GA1", 7, "x", 1)));
    assertEquals(Map.of(), none.find("web").orElseThrow().areaPlaces());
    assertEquals(
        new Refusal.UnknownChannel("none"),
        refused(TWO.removeObjects("none", List.of(), Map.of())));
  }

  @Test
  void those_that_replace_all_keep_the_ids_of_the_keys_that_stay() {
    Channel web = new Channel("new-1", "web", "Web", "red", 2, List.of("B-1"), Map.of());
    Channel app = new Channel("new-2", "app", "App", "red", 1, List.of(), Map.of());
    Channels channels = accepted(TWO.replace(List.of(web, app)));
    assertEquals(List.of("app", "web"), keys(channels));
    assertEquals("new-2", channels.find("app").orElseThrow().id());
    assertEquals("id-web", channels.find("web").orElseThrow().id());
    assertEquals(List.of("B-1"), objects(channels, "web"));
    assertEquals(Channels.NONE, accepted(TWO.replace(List.of())));
  }

  @Test
  void there_are_a_thousand_at_most() {
    List<Channel> most =
        IntStream.range(0, Channels.MAX_CHANNELS).mapToObj(i -> channel("c" + i)).toList();
    Channels full = accepted(Channels.NONE.add(most));
    assertEquals(1_000, full.all().size());
    assertEquals(new Refusal.TooManyChannels(1_000), refused(full.add(List.of(channel("one")))));
    assertEquals(full, accepted(full.replace(most)));
  }

  @Test
  void what_no_change_can_make_is_not_made() {
    assertBad(() -> new Channels(List.of(channel("a"), channel("a"))));
    assertBad(() -> new Channels(List.of(channel("a", "A-1"), channel("b", "A-1"))));
    Channel other = new Channel("id-a", "b", "", "", null, List.of(), Map.of());
    assertBad(() -> new Channels(List.of(channel("a"), other)));
    assertBad(() -> channel("x".repeat(256)));
    assertBad(() -> channel(""));
    assertBad(() -> channel("a", ""));
    assertBad(() -> channel("a", null, List.of(), Map.of("GA1", -1)));
    assertBad(() -> new Channel("", "a", "", "", null, List.of(), Map.of()));
    assertBad(() -> new Channel("a", "a", "x".repeat(256), "", null, List.of(), Map.of()));
    assertBad(() -> new Channel("a", "a", "", "x".repeat(256), null, List.of(), Map.of()));
    assertEquals(Optional.empty(), TWO.find("WEB"));
  }

  private static void assertBad(Runnable making) {
    assertThrows(IllegalArgumentException.class, making::run);
  }
}
