package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.Blocked;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.SeatNews.NowFree;
import dev.holdfast.domain.port.SeatNews.NowHeld;
import dev.holdfast.domain.port.SeatNews.NowTaken;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The words in which the rules are written. */
public interface SeatLockRules extends SeatLockBackend {
  EventId EVENT = new EventId(7);
  HoldToken ANN = new HoldToken("ann");
  HoldToken BEN = new HoldToken("ben");
  HoldToken CAT = new HoldToken("cat");

  /** So long that it does not lapse while a rule runs. */
  Duration LONG = SeatLockPort.MAX_TTL;

  /** The port under test. */
  SeatLockPort locks();

  default ClaimAnswer claim(HoldToken token, String... labels) {
    return locks().claim(EVENT, token, List.of(labels), LONG);
  }

  default void withdraw(HoldToken token, String... labels) {
    locks().withdraw(EVENT, token, List.of(labels));
  }

  default void learn(SeatNews... news) {
    locks().learn(EVENT, List.of(news));
  }

  default void assertPasses(HoldToken token, String... labels) {
    assertEquals(new Passed(), claim(token, labels));
  }

  /** Asks for one seat on behalf of somebody who has nothing to do with it. */
  default void assertHeld(String label, long version) {
    assertBlocked(claim(new HoldToken("stranger"), label), new BlockedSeat(label, false, version));
  }

  default void assertTaken(String label, long version) {
    assertBlocked(claim(new HoldToken("stranger"), label), new BlockedSeat(label, true, version));
  }

  default void assertBlocked(ClaimAnswer answer, BlockedSeat... seats) {
    assertEquals(new Blocked(List.of(seats)), answer);
  }

  /** Lets everything lapse that was made to live for a moment. */
  default void passMoment() {
    pass(moment().multipliedBy(2));
  }

  static SeatNews free(String label, long version) {
    return new NowFree(label, version);
  }

  static SeatNews taken(String label, long version) {
    return new NowTaken(label, version);
  }

  static SeatNews held(String label, long version, HoldToken token) {
    return new NowHeld(label, version, token, Duration.ofMinutes(15));
  }

  /** As many labels as one call may name: {@code 1}, {@code 2}, ... */
  static List<String> mostSeats() {
    return IntStream.rangeClosed(1, SeatLockPort.MAX_SEATS).mapToObj(Integer::toString).toList();
  }
}
