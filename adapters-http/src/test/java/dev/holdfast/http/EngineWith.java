package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;

/** The engine with one of its parts replaced, and the rest as it is. */
final class EngineWith {
  private EngineWith() {}

  static UseCases reservations(UseCases engine, Reservations reservations) {
    return parts(engine, reservations, engine.histories(), engine.integrity(), engine.readiness());
  }

  /** The engine whose histories and changes are read from this journal. */
  static UseCases historiesOf(UseCases engine, JournalPort journal) {
    return parts(
        engine,
        engine.reservations(),
        new Histories(catalog(engine), journal),
        engine.integrity(),
        engine.readiness());
  }

  /** The engine whose checks read the books of this ledger. */
  static UseCases integrityOf(UseCases engine, SeatLedgerPort ledger) {
    return parts(
        engine,
        engine.reservations(),
        engine.histories(),
        new Integrity(catalog(engine), ledger, TimeSource.system()),
        engine.readiness());
  }

  static UseCases readiness(UseCases engine, Supplier<Readiness> readiness) {
    return parts(engine, engine.reservations(), engine.histories(), engine.integrity(), readiness);
  }

  private static UseCases parts(
      UseCases engine,
      Reservations reservations,
      Histories histories,
      Integrity integrity,
      Supplier<Readiness> readiness) {
    return new UseCases(
        reservations,
        engine.charts(),
        engine.events(),
        engine.houses(),
        engine.workspaces(),
        engine.ownWorkspaces(),
        engine.journal(),
        histories,
        integrity,
        engine.webhooks(),
        engine.answers(),
        readiness);
  }

  /** The catalog, as far as it can be asked through the engine. */
  private static CatalogPort catalog(UseCases engine) {
    return (CatalogPort)
        Proxy.newProxyInstance(
            CatalogPort.class.getClassLoader(),
            new Class<?>[] {CatalogPort.class},
            (_, method, arguments) -> {
              assertEquals("findEvent", method.getName());
              return engine.events().find((WorkspaceId) arguments[0], (String) arguments[1])
                      instanceof Outcome.Accepted<Event>(Event event)
                  ? Optional.of(event)
                  : Optional.empty();
            });
  }
}
