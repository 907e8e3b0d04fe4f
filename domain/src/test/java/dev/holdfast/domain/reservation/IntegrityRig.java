package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.seat;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.integrity.CheckName;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.integrity.IntegrityReport;
import dev.holdfast.domain.integrity.IntegrityReport.Check;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.seat.ExtraData;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A house whose books are compared with its journal, as they are or forged. */
final class IntegrityRig {
  final House house = House.open(Hall.plan(150, 10));

  IntegrityReport report(SeatLedgerPort ledger) {
    return accepted(check(ledger).check(house.hall.workspace, house.friday.key()));
  }

  Integrity check(SeatLedgerPort ledger) {
    return new Integrity(house.hall.catalog, ledger, house.hall.clock);
  }

  /** One question of the ledger is answered otherwise. */
  SeatLedgerPort otherwise(String question, UnaryOperator<Object> answer) {
    return (SeatLedgerPort)
        Proxy.newProxyInstance(
            SeatLedgerPort.class.getClassLoader(),
            new Class<?>[] {SeatLedgerPort.class},
            (_, method, arguments) -> {
              Object told = method.invoke(house.hall.ledger, arguments);
              return method.getName().equals(question) ? answer.apply(told) : told;
            });
  }

  SeatLedgerPort forged(UnaryOperator<EventBooks> forger) {
    return otherwise("books", told -> ((Optional<?>) told).map(EventBooks.class::cast).map(forger));
  }

  SeatLedgerPort without(long seq) {
    return otherwise(
        "journal",
        told -> {
          JournalPart part = (JournalPart) told;
          return new JournalPart(
              part.entries().stream().filter(entry -> entry.seq() != seq).toList(), part.more());
        });
  }

  /** Objects by check; "-" is the event. */
  static Map<CheckName, List<String>> found(IntegrityReport report) {
    Map<CheckName, List<String>> found = new TreeMap<>();
    for (Check check : report.checks()) {
      assertEquals(check.found() == 0, check.ok());
      if (!check.ok()) {
        found.put(
            check.name(),
            check.violations().stream()
                .map(each -> Objects.requireNonNullElse(each.object(), "-"))
                .distinct()
                .sorted()
                .toList());
      }
    }
    return found;
  }

  /** Something of every kind: entries 1 to 17, a lapsed hold of a seat and one of places. */
  void sell() {
    accepted(house.hold("ada", seat("A-1"), seat("A-2"), places(4)));
    accepted(house.hold("bob", Duration.ofMinutes(1), "A-3", "A-4"));
    accepted(house.hold("eve", places(2)));
    accepted(house.extend("ada", House.TEN_MINUTES, "A-1", "pit"));
    accepted(house.book("ada", "A-1", "A-2"));
    accepted(
        house.reservations.book(
            house.friday,
            new BookRequest(
                token("eve"),
                List.of(),
                List.of(new BookRequest.Places("pit", 1)),
                ExtraData.NONE,
                null),
            Origin.OWN));
    accepted(house.release("bob", "A-4"));
    accepted(house.free("A-2"));
    accepted(house.hold("eve", Duration.ofMinutes(1), "A-4"));
    house.ended.add(token("ada"));
    house.reservations.expire(house.hall.workspace, token("ada"), Origin.OWN);
    house.tick(Duration.ofMinutes(1));
    accepted(house.hold("fay", "A-3"));
  }
}
