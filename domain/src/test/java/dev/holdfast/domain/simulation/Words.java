package dev.holdfast.domain.simulation;

import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.seat.ExtraData;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests and answers as a reader of a failed run wants them. */
final class Words {
  private Words() {}

  static String of(Sent sent) {
    return of(sent.request()) + of(sent.keyed().orElse(null));
  }

  static String of(@Nullable Keyed keyed) {
    return keyed == null
        ? ""
        : " under " + keyed.key().value() + " as " + keyed.request().sha256().substring(60);
  }

  static String of(Asked.Request request) {
    return switch (request) {
      case Asked.ToHold(var event, var hold) ->
          "hold %s %s in %s for %s%s"
              .formatted(
                  hold.token().value(),
                  hold.items().stream()
                      .map(each ->
                          each instanceof PlacesItem places
                              ? each.object() + "*" + places.quantity() + "/" + each.category()
                              : each.object())
                      .collect(Collectors.joining(",")),
                  event.key(),
                  hold.ttl(),
                  hold.newToken() ? " (new)" : "");
      case Asked.ToExtend(var event, var extend) ->
          "extend %s %s in %s by %s%s"
              .formatted(
                  extend.token().value(),
                  extend.objects().map(List::toString).orElse("*"),
                  event.key(),
                  extend.ttl(),
                  extend.all() ? " (all)" : "");
      case Asked.ToBook(var event, var book) ->
          "book %s %s%s in %s"
              .formatted(book.token().value(), book.objects(), places(book), event.key());
      case Asked.ToRelease(var event, var release) ->
          "release %s%s in %s as %s %s"
              .formatted(
                  release.objects(),
                  release.places().stream().map(p -> p.area() + "*" + p.quantity()).toList(),
                  event.key(),
                  scope(release),
                  release.ifNothing());
      case Asked.ToChange(var event, var change) -> of(event, change);
      case Asked.ToStep(var changes) ->
          changes.stream()
              .map(each -> of(each.event(), each.request()))
              .collect(Collectors.joining("; "));
      case Asked.ToChoose(var event, var best) ->
          "the best %d of %s in %s %s%s"
              .formatted(
                  best.wish().number(),
                  best.wish().categories(),
                  event.key(),
                  of(best.goal()),
                  hanging(best.order(), best.keepExtraData()));
      case Asked.ToExpire(var token) -> "expire " + token.value();
      case Asked.ToLook(var event) -> "look at " + event.key();
    };
  }

  private static String of(Event event, StatusRequest change) {
    return "%s in %s %s%s%s"
        .formatted(
            change.objects().stream().map(Words::of).toList(),
            event.key(),
            of(change.goal()),
            change.conditions().equals(Conditions.NONE) ? "" : " " + change.conditions(),
            hanging(change.order(), change.keepExtraData()));
  }

  private static String of(StatusRequest.Item item) {
    ExtraData data = item.extraData();
    return item.object()
        + "*"
        + item.quantity()
        + (item.ticketType() == null ? "" : ":" + item.ticketType())
        + (data == null ? "" : data.toJson());
  }

  private static String of(Goal goal) {
    String who = goal.token().map(token -> " as " + token.value()).orElse("");
    return switch (goal) {
      case Goal.Hold hold -> "held for " + hold.life() + who;
      case Goal.Take take -> take.status() + who;
      case Goal.Free _ -> "free" + who;
    };
  }

  private static String hanging(@Nullable String order, boolean keep) {
    return (order == null ? "" : " order " + order) + (keep ? " keep" : "");
  }

  private static List<String> places(BookRequest book) {
    return book.places().stream().map(each -> each.area() + "*" + each.quantity()).toList();
  }

  private static String scope(ReleaseRequest release) {
    return switch (release.scope()) {
      case ReleaseRequest.Anybodys(boolean all) -> all ? "anybody, all places" : "anybody";
      case ReleaseRequest.OfToken(var token, boolean taken) ->
          token.value() + (taken ? " with what is taken" : "");
    };
  }

  static String of(@Nullable Outcome<?> outcome) {
    return switch (outcome) {
      case null -> "";
      case Outcome.Repeated<?>(Repeat.Answered(var answer)) ->
          " as #" + Asked.number(answer.text());
      case Outcome.Repeated<?>(var repeat) -> " " + repeat;
      case Outcome.Refused<?>(var reasons) -> " " + reasons;
      case Outcome.Accepted<?>(EventPicture picture) -> " as of " + picture.seq();
      case Outcome.Accepted<?>(List<?> objects) -> " " + objects.stream().map(Words::of).toList();
      case Outcome.Accepted<?>(Object answer) -> " " + answer;
    };
  }

  private static String of(@Nullable Object object) {
    return switch (object) {
      case HeldObject held -> held.object() + "*" + held.quantity() + " until " + held.until();
      case TakenObject taken -> taken.object() + "*" + taken.quantity();
      case null, default -> String.valueOf(object);
    };
  }
}
