package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer.Created;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Another workspace, with holds under the very tokens that everybody uses (I12). */
final class Strangers {
  /** Longer than any run, in which days may pass. */
  private static final Duration LONG = Duration.ofDays(3_650);

  private static final String CHART = "chart_strangers";
  private final Hall hall;
  private final Event event;
  private final List<String> stands;

  Strangers(Hall hall, Supplier<UUID> ids) {
    this.hall = hall;
    WorkspaceId other = hall.catalog.companies().getFirst().workspaces().get(1).workspace().id();
    hall.catalog.createChart(other, CHART, "Strangers", "v1", "{}");
    Map<String, Bookable> seats = Map.of("A-1", new Bookable.NamedSeat("A-1", "gold"));
    hall.catalog.publish(other, CHART, 1, new SeatingPlan(seats));
    event = ((Created) hall.catalog.createEvent(other, CHART, "friday", null)).event();
    Writer writer =
        new Writer(
            hall.ledger,
            hall.clock,
            new CountedIds(ids),
            new HoldPolicy(LONG, LONG, 1),
            WriterLimits.STANDARD,
            hall.clock::tick);
    Command<?> hold =
        new Hold(
            event.id(),
            event.layout(),
            new HoldToken(Wishes.TOKENS.getFirst()),
            List.of(new WantedSeat("A-1", "gold")),
            LONG,
            ExtraData.NONE,
            Origin.OWN);
    writer.submit(hold);
    writer.runNext();
    stands = picture();
  }

  private List<String> picture() {
    return Pictures.of(hall.ledger.picture(event.id()).orElseThrow());
  }

  EventId event() {
    return event.id();
  }

  void check() {
    assertEquals(stands, picture(), "I12: a stranger's event has changed");
  }
}
