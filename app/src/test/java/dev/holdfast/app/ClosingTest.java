package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Book;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.TroubledLedger;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stopping ends, whatever hangs. */
final class ClosingTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch never = new CountDownLatch(1);
  private final List<String> closed = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void letGo() {
    never.countDown();
  }

  private AutoCloseable named(String name) {
    return () -> closed.add(name);
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_was_opened_last_is_closed_first_whatever_fails() {
    Closing closing = new Closing();
    closing.add(named("store"));
    closing.add(() -> {
      throw new IllegalStateException("planned");
    });
    closing.add(named("server"));
    closing.close();
    closing.close();
    assertEquals(List.of("server", "store"), closed);
  }

  @Test
  void several_that_hang_keep_the_others_from_being_closed_only_for_a_bounded_time() {
    Closing closing = new Closing(Duration.ofMillis(300), Duration.ofMillis(20));
    closing.add(named("store"));
    closing.add(this::hang);
    closing.add(named("lanes"));
    closing.add(this::hang);
    closing.add(this::hang);
    assertTimeoutPreemptively(LONG, closing::close);
    assertEquals(List.of("lanes", "store"), closed);
  }

  @Test
  void all_of_it_fits_into_what_a_stop_is_usually_given() {
    assertTrue(Closing.LIMIT.compareTo(Duration.ofSeconds(30)) < 0);
    assertTrue(Closing.RESERVE.multipliedBy(12).compareTo(Closing.LIMIT) < 0);
  }

  @Test
  void all_lanes_of_the_writer_share_one_deadline() throws Exception {
    Hall hall = Hall.openToCrowds(Hall.plan(2, 0));
    TroubledLedger ledger = new TroubledLedger(hall.ledger);
    WriterLimits limits = WriterLimits.STANDARD;
    Writer writer =
        new Writer(
            ledger, TimeSource.system(), IdSource.secure(), HoldPolicy.STANDARD, limits, _ -> {});
    Duration drain = Duration.ofSeconds(3);
    WriterLanes lanes = new WriterLanes(writer, drain);
    for (int lane = 0; lane < limits.lanes(); lane++) {
      occupyOne(writer, ledger, hall.event("evt_" + lane));
    }
    // One after the other they would have four times as long.
    assertTimeoutPreemptively(drain.multipliedBy(3), lanes::close);
    assertFalse(never.await(0, TimeUnit.SECONDS));
  }

  private void occupyOne(Writer writer, TroubledLedger ledger, Event event) throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    ledger.before(
        Step.BEGIN,
        () -> {
          busy.countDown();
          hang();
        });
    writer.submit(
        new Book(
            event.id(), new HoldToken("ada"), List.of("A-1"), ExtraData.NONE, null, Origin.OWN));
    assertTrue(busy.await(30, TimeUnit.SECONDS));
  }
}
