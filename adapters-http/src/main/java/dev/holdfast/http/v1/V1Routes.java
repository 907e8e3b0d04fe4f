package dev.holdfast.http.v1;

import static dev.holdfast.http.route.Access.PUBLIC_OR_SECRET;
import static dev.holdfast.http.route.Access.SECRET;

import dev.holdfast.domain.catalog.Events;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import java.util.List;
import java.util.stream.Stream;

/** The routes of the v1 dialect. */
public final class V1Routes {
  private static final String CHARTS = "/api/v1/charts";
  private static final String CHART = CHARTS + "/{chartKey}";
  private static final String EVENTS = "/api/v1/events";
  private static final String EVENT = EVENTS + "/{eventKey}";
  private static final String SEATS = EVENT + "/seats";
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final String WEBHOOK = WEBHOOKS + "/{webhookId}";
  private static final String DELIVERIES = WEBHOOK + "/deliveries";

  private V1Routes() {}

  /**
   * The routes over these use cases.
   *
   * @param answers what shares large answers
   * @param parts what shares parts of journals
   * @param checks what shares checks of whole events
   * @param publicKeyBooking whether browser keys may book
   */
  public static List<Route> of(
      V1UseCases use,
      SharedAnswers answers,
      SharedAnswers parts,
      SharedAnswers checks,
      boolean publicKeyBooking) {
    Events events = use.events();
    PictureEndpoints pictures =
        new PictureEndpoints(events, use.reservations(), use.histories(), answers);
    return Stream.of(
            // The busiest first: a path is compared with one after the other.
            seats(
                new SeatEndpoints(events, use.reservations()),
                publicKeyBooking ? PUBLIC_OR_SECRET : SECRET),
            pictures(pictures),
            charts(new ChartEndpoints(use.charts(), answers)),
            events(new EventEndpoints(events)),
            layouts(new LayoutEndpoints(events, use.charts(), answers)),
            journal(
                new JournalEndpoints(use.histories(), parts),
                new StreamEndpoint(events, use.histories(), pictures, use.feed())),
            integrity(new IntegrityEndpoint(use.integrity(), checks)),
            webhooks(new WebhookEndpoints(use.webhooks())))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route> charts(ChartEndpoints charts) {
    return List.of(
        Route.get(CHARTS, SECRET, charts::list),
        Route.post(CHARTS, SECRET, BodyKind.LAYOUT, charts::create),
        Route.get(CHART, SECRET, charts::find),
        Route.patch(CHART, SECRET, BodyKind.LAYOUT, charts::update),
        Route.delete(CHART, SECRET, charts::delete),
        Route.get(CHART + "/draft", SECRET, charts::draft).ofWholeLayout(),
        Route.post(CHART + "/publish", SECRET, charts::publish).ofWholeLayout(),
        Route.post(CHART + "/unpublish", SECRET, charts::unpublish));
  }

  private static List<Route> events(EventEndpoints events) {
    return List.of(
        Route.get(EVENTS, SECRET, events::list),
        Route.post(EVENTS, SECRET, BodyKind.ORDINARY, events::create),
        Route.get(EVENT, PUBLIC_OR_SECRET, events::find),
        Route.patch(EVENT, SECRET, BodyKind.ORDINARY, events::rename),
        Route.delete(EVENT, SECRET, events::delete));
  }

  private static List<Route> layouts(LayoutEndpoints layouts) {
    return List.of(Route.get(EVENT + "/chart", PUBLIC_OR_SECRET, layouts::published));
  }

  private static List<Route> seats(SeatEndpoints seats, Access booking) {
    return List.of(
        Route.post(SEATS + "/hold", PUBLIC_OR_SECRET, BodyKind.ORDINARY, seats::hold),
        Route.post(SEATS + "/extend", SECRET, BodyKind.ORDINARY, seats::extend),
        Route.post(SEATS + "/book", booking, BodyKind.ORDINARY, seats::book),
        Route.post(SEATS + "/release", PUBLIC_OR_SECRET, BodyKind.ORDINARY, seats::release));
  }

  private static List<Route> pictures(PictureEndpoints pictures) {
    return List.of(
        Route.get(EVENT + "/status", PUBLIC_OR_SECRET, pictures::status),
        Route.get(EVENT + "/reports", SECRET, pictures::reports));
  }

  private static List<Route> integrity(IntegrityEndpoint integrity) {
    return List.of(Route.get(EVENT + "/integrity", SECRET, integrity::check));
  }

  private static List<Route> webhooks(WebhookEndpoints webhooks) {
    return List.of(
        Route.get(WEBHOOKS, SECRET, webhooks::list),
        Route.post(WEBHOOKS, SECRET, BodyKind.ORDINARY, webhooks::create),
        Route.get(WEBHOOK, SECRET, webhooks::find),
        Route.patch(WEBHOOK, SECRET, BodyKind.ORDINARY, webhooks::update),
        Route.delete(WEBHOOK, SECRET, webhooks::delete),
        Route.post(WEBHOOK + "/rotate-secret", SECRET, webhooks::rotate),
        Route.post(WEBHOOK + "/test", SECRET, webhooks::test),
        Route.get(DELIVERIES, SECRET, webhooks::deliveries),
        Route.post(DELIVERIES + "/{deliveryId}/replay", SECRET, webhooks::replay));
  }

  private static List<Route> journal(JournalEndpoints journal, StreamEndpoint stream) {
    return List.of(
        Route.get(EVENT + "/stream", PUBLIC_OR_SECRET, stream::open).withQueryKey(),
        Route.get(EVENT + "/changes", SECRET, journal::changes),
        Route.get(SEATS + "/{objectLabel}/history", SECRET, journal::history));
  }
}
