package dev.holdfast.http.tmt;

import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.IfNothing;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.http.json.InvalidRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what the seat functions are asked. */
final class SeatRequests {
  private static final int MAX_ORDER = 255;

  private SeatRequests() {}

  /** Some entries of an event, with the token they came with, if any. */
  record Asked(String event, List<SeatEntry> entries, Optional<SentToken> token) {
    List<String> labels() {
      return entries.stream()
          .filter(each -> each instanceof SeatEntry.Seat)
          .map(each -> ((SeatEntry.Seat) each).label())
          .toList();
    }

    List<SeatEntry.Places> places() {
      return entries.stream()
          .filter(each -> each instanceof SeatEntry.Places)
          .map(each -> (SeatEntry.Places) each)
          .toList();
    }

    /** The token of a call that needs one. */
    SentToken needed() {
      return token.orElseThrow(() -> new IllegalStateException("the token was not checked"));
    }

    ReleaseRequest release() {
      List<ReleaseRequest.Places> places =
          places().stream()
              .map(each -> new ReleaseRequest.Places(each.area(), each.quantity()))
              .toList();
      ReleaseRequest.Scope scope =
          token
              .<ReleaseRequest.Scope>map(sent -> new OfToken(sent.token(), false))
              .orElseGet(() -> new Anybodys(false));
      return new ReleaseRequest(labels(), places, scope, IfNothing.LEAVE);
    }
  }

  /** What is to be held. */
  static Asked hold(TmtData data) {
    String event = data.event();
    List<SeatEntry> entries = data.seats();
    data.check();
    return new Asked(event, entries, Optional.empty());
  }

  static HoldRequest hold(Asked asked, HoldToken token, Duration life) {
    List<Item> items = asked.entries().stream().map(SeatRequests::item).toList();
    return new HoldRequest(token, items, life, ExtraData.NONE, true);
  }

  private static Item item(SeatEntry entry) {
    return switch (entry) {
      case SeatEntry.Seat(String label) -> new SeatItem(label, null);
      case SeatEntry.Places(String area, int quantity) -> new PlacesItem(area, null, quantity);
    };
  }

  /** What is to be released. */
  static Asked release(TmtData data) {
    String event = data.event();
    List<SeatEntry> entries = data.seats();
    Optional<SentToken> token = data.optionalToken();
    data.check();
    return new Asked(event, entries, token);
  }

  /** What is to be booked, and what is to hang on it: {@code order_id}, {@code extra_data}. */
  record Booking(Asked asked, BookRequest request) {}

  static Booking book(TmtData data) {
    String event = data.event();
    List<SeatEntry> entries = data.seats();
    Optional<SentToken> token = data.token();
    Optional<String> order = data.members().optionalText("order_id", 1, MAX_ORDER);
    ExtraData extraData = data.members().extraData("extra_data");
    data.check();
    Asked asked = new Asked(event, entries, token);
    List<BookRequest.Places> places =
        asked.places().stream()
            .map(each -> new BookRequest.Places(each.area(), each.quantity()))
            .toList();
    return new Booking(
        asked,
        new BookRequest(
            asked.needed().token(), asked.labels(), places, extraData, order.orElse(null)));
  }

  /** What is to be held longer; without {@code seats} all that the token holds in the event. */
  record Longer(String event, SentToken token, ExtendRequest request) {}

  static Longer extend(TmtData data, Duration usual) {
    String event = data.event();
    Optional<List<String>> labels = data.members().optionalLabels("seats", HoldPolicy.MAX_OBJECTS);
    Optional<SentToken> token = data.token();
    int most = (int) TokenTerm.MAX_LIFE.toSeconds();
    Duration life =
        data.members().optionalInteger("seconds", 1, most).map(Duration::ofSeconds).orElse(usual);
    data.check();
    SentToken sent = token.orElseThrow(() -> new IllegalStateException("it was not checked"));
    return new Longer(event, sent, new ExtendRequest(sent.token(), labels, life, true));
  }

  /**
   * The token that is to end.
   *
   * @throws InvalidRequest when there is none
   */
  static SentToken expire(TmtData data) {
    Optional<SentToken> token = data.token();
    data.check();
    return token.orElseThrow(() -> new IllegalStateException("it was not checked"));
  }
}
