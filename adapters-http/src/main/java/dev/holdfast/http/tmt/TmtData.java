package dev.holdfast.http.tmt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.Problems;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Call;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The {@code data} of a call. Reads its members and collects what is wrong with them, like {@link
 * BodyReader}.
 */
final class TmtData {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private final ObjectNode data;
  private final DotPath path = DotPath.ROOT.to("data");
  private final Problems problems = new Problems();
  private final BodyReader members;

  private TmtData(ObjectNode data) {
    this.data = data;
    this.members = new BodyReader(data, path, problems);
  }

  /**
   * The data of a call that needs some.
   *
   * @throws InvalidRequest when there is none
   */
  static TmtData of(Call call) {
    JsonNode sent = call.sentBody().map(TmtData::sentIn).orElseThrow();
    if (sent instanceof ObjectNode data) {
      return new TmtData(data);
    }
    throw new InvalidRequest(
        DotPath.ROOT.to("data"),
        sent.isMissingNode() ? Wording.REQUIRED : Wording.expected("object", sent));
  }

  /**
   * Looks at the body of a call that needs no data: an object, or nothing.
   *
   * @throws InvalidRequest when it is something else
   */
  static void none(Call call) {
    JsonNode sent = call.sentBody().map(TmtData::sentIn).orElse(MissingNode.getInstance());
    if (!sent.isMissingNode() && !sent.isObject() && !sent.isNull()) {
      throw new InvalidRequest(DotPath.ROOT.to("data"), Wording.expected("object", sent));
    }
  }

  private static JsonNode sentIn(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return Objects.requireNonNullElse(object.get("data"), MissingNode.getInstance());
    }
    throw new InvalidRequest(DotPath.ROOT, Wording.expected("object", body));
  }

  /** The plain members. */
  BodyReader members() {
    return members;
  }

  /** Ends the request when anything was wrong. */
  void check() {
    problems.check();
  }

  /** The key of an event that should exist; what cannot be one is simply unknown. */
  String event() {
    return members.text("event_id", 1, Layout.MAX_LABEL);
  }

  /** The key of an event to be. */
  String newEvent() {
    String key = members.text("event_id", 1, Layout.MAX_LABEL);
    if (!key.isEmpty() && !Event.KEY.matcher(key).matches()) {
      members.problem("event_id", "admite de 1 a 64 letras, cifras, - y _");
    }
    return key;
  }

  /** A day that may be absent; {@link Event#FIRST_DATE} to {@link Event#LAST_DATE}. */
  Optional<LocalDate> day(String name) {
    Optional<String> sent = members.optionalText(name, 0, Layout.MAX_LABEL);
    Optional<LocalDate> day =
        sent.flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text, DAY)).filter(TmtData::isInCalendar);
          } catch (DateTimeParseException _) {
            return Optional.empty();
          }
        });
    if (day.isEmpty() && sent.isPresent()) {
      members.problem(name, "debe ser una fecha AAAA-MM-DD");
    }
    return day;
  }

  private static boolean isInCalendar(LocalDate day) {
    return !day.isBefore(Event.FIRST_DATE) && !day.isAfter(Event.LAST_DATE);
  }

  /** The seats and places of a call: 1 to 200 texts and {@code {objectId, quantity}} (3.6). */
  List<SeatEntry> seats() {
    members.require("seats");
    JsonNode array = members.optionalArray("seats");
    if (array == null) {
      return List.of();
    }
    if (array.isEmpty() || array.size() > HoldPolicy.MAX_OBJECTS) {
      members.problem(
          "seats",
          array.isEmpty()
              ? Wording.atLeastElements(1)
              : Wording.atMostElements(HoldPolicy.MAX_OBJECTS));
      return List.of();
    }
    List<SeatEntry> entries = new ArrayList<>();
    for (int at = 0; at < array.size(); at++) {
      entry(array.get(at), path.to("seats").to(at)).ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<SeatEntry> entry(JsonNode sent, DotPath at) {
    if (sent instanceof ObjectNode object) {
      BodyReader entry = new BodyReader(object, at, problems);
      String area = entry.text("objectId", 1, Layout.MAX_LABEL);
      Optional<Integer> quantity =
          entry.require("quantity").optionalInteger("quantity", 1, Layout.MAX_CAPACITY);
      return quantity
          .filter(_ -> !area.isEmpty())
          .map(places -> new SeatEntry.Places(area, places));
    }
    if (!sent.isTextual()) {
      problems.add(at, Wording.expected("string", sent));
    } else if (sent.textValue().isEmpty() || sent.textValue().length() > Layout.MAX_LABEL) {
      problems.add(
          at,
          sent.textValue().isEmpty()
              ? Wording.atLeastCharacters(1)
              : Wording.atMostCharacters(Layout.MAX_LABEL));
    } else {
      return Optional.of(new SeatEntry.Seat(sent.textValue()));
    }
    return Optional.empty();
  }

  /**
   * The hold token, which is accepted as a text and as an object with a {@code token}. A null is
   * none of these: whoever has lost a token must not free everybody's seats by it.
   */
  Optional<SentToken> optionalToken() {
    JsonNode sent = data.get("hold_token");
    return sent == null ? Optional.empty() : tokenOf(sent);
  }

  /** The hold token of a call that needs one. */
  Optional<SentToken> token() {
    members.require("hold_token");
    return data.has("hold_token") ? tokenOf(data.get("hold_token")) : Optional.empty();
  }

  private Optional<SentToken> tokenOf(JsonNode sent) {
    DotPath at = path.to("hold_token");
    if (sent instanceof ObjectNode object) {
      String token = new BodyReader(object, at, problems).text("token", 1, SentToken.MAX_LENGTH);
      return token.isEmpty() ? Optional.empty() : Optional.of(SentToken.of(token, object));
    }
    return members
        .optionalText("hold_token", 1, SentToken.MAX_LENGTH)
        .map(token ->
            SentToken.of(token, JsonNodeFactory.instance.objectNode().put("token", token)));
  }
}
