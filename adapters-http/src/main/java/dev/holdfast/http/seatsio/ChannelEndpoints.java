package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.catalog.EventChanges;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import java.util.List;
import java.util.Map;

/** The channels of an event (section 14). Nothing is told of a change but that it was made. */
final class ChannelEndpoints {
  private static final String ALL = EventEndpoints.ONE + "/channels";
  private static final String ONE = ALL + "/{channelKey}";
  private static final String MEMBER = "channels";

  private final EventChanges events;
  private final IdSource ids;

  private ChannelEndpoints(EventChanges events, IdSource ids) {
    this.events = events;
    this.ids = ids;
  }

  /** The routes over these events. */
  static List<Route> routes(EventChanges events, IdSource ids) {
    ChannelEndpoints endpoints = new ChannelEndpoints(events, ids);
    return List.of(
        SeatsioRoutes.post(ALL, endpoints::add),
        // Before the channel that is called so.
        SeatsioRoutes.post(ALL + "/replace", endpoints::replace),
        SeatsioRoutes.post(ONE, endpoints::update),
        SeatsioRoutes.delete(ONE, endpoints::remove),
        SeatsioRoutes.post(ONE + "/objects", endpoints::addObjects),
        SeatsioRoutes.delete(ONE + "/objects", endpoints::removeObjects));
  }

  @FunctionalInterface
  private interface ChannelsEdit {
    Outcome<Channels> of(Channels channels);
  }

  private Answer change(Call call, ChannelsEdit edit) {
    return call.change(
        () ->
            events.change(
                call.workspace(),
                EventEndpoints.key(call),
                rules -> edit.of(rules.channels()).map(rules::with)),
        outcome -> SeatsioAnswers.done(outcome, EventEndpoints.names(call)));
  }

  /** One channel, or a list of them. */
  private Answer add(Call call) {
    JsonNode sent =
        SeatsioBody.withoutNulls(call.sentBody().orElseGet(JsonNodeFactory.instance::objectNode));
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    if (sent instanceof ArrayNode) {
      all.set(MEMBER, sent);
    } else {
      all.putArray(MEMBER).add(sent);
    }
    List<Channel> channels = channels(BodyReader.of(all));
    return change(call, before -> before.add(channels));
  }

  private Answer replace(Call call) {
    List<Channel> channels = channels(SeatsioBody.of(call).require(MEMBER));
    return change(call, before -> before.replace(channels));
  }

  private List<Channel> channels(BodyReader body) {
    List<Channel> channels = RuleRequests.channels(body, ids).orElse(List.of());
    body.check();
    return channels;
  }

  private Answer update(Call call) {
    BodyReader body = SeatsioBody.of(call);
    Channel.Change change = RuleRequests.channelChange(body);
    body.check();
    return change(call, before -> before.update(channelKey(call), change));
  }

  private Answer remove(Call call) {
    return change(call, before -> before.remove(channelKey(call)));
  }

  private Answer addObjects(Call call) {
    Objects objects = Objects.of(call);
    return change(
        call, before -> before.addObjects(channelKey(call), objects.labels, objects.places));
  }

  private Answer removeObjects(Call call) {
    Objects objects = Objects.of(call);
    return change(
        call, before -> before.removeObjects(channelKey(call), objects.labels, objects.places));
  }

  /** What a channel gets, or loses. */
  private record Objects(List<String> labels, Map<String, Integer> places) {
    static Objects of(Call call) {
      BodyReader body = SeatsioBody.of(call);
      Objects objects =
          new Objects(
              RuleMembers.labels(body, "objects").orElse(List.of()),
              RuleMembers.areaPlaces(body).orElse(Map.of()));
      body.check();
      return objects;
    }
  }

  private static String channelKey(Call call) {
    return call.path("channelKey");
  }
}
