package dev.holdfast.domain.contract;

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
import java.util.ArrayList;
import java.util.List;

/**
 * What a gate of one event must answer, written for being obvious: it forgets nothing, keeps
 * everything that ever happened to a seat in a list, and reads the list anew for each question.
 */
final class SeatLockOracle {
  /** Something that happened to a seat: a claim that passed, a withdrawal, or news. */
  private record Happened(long at, String label, Deed deed) {}

  private sealed interface Deed {
    record Claim(HoldToken token, Duration ttl) implements Deed {}

    record Withdrawal(HoldToken token) implements Deed {}

    record Told(SeatNews news) implements Deed {}
  }

  /** How a seat looks after reading so far; {@code word} is one of free, held, taken, passed. */
  private record Looks(String word, String token, long version, long until) {
    static final Looks UNKNOWN = new Looks("unknown", "", 0, Long.MAX_VALUE);
  }

  private final List<Happened> history = new ArrayList<>();
  private long now;

  void pass(Duration time) {
    now += time.toMillis();
  }

  ClaimAnswer claim(HoldToken token, List<String> labels, Duration ttl) {
    List<BlockedSeat> blocked = new ArrayList<>();
    for (String label : labels) {
      Looks seat = read(label);
      boolean others = List.of("held", "passed").contains(seat.word) && !isOf(token, seat);
      if (seat.word.equals("taken") || others) {
        blocked.add(new BlockedSeat(label, seat.word.equals("taken"), seat.version));
      }
    }
    if (!blocked.isEmpty()) {
      return new Blocked(blocked);
    }
    labels.forEach(it -> history.add(new Happened(now, it, new Deed.Claim(token, ttl))));
    return new Passed();
  }

  void withdraw(HoldToken token, List<String> labels) {
    labels.forEach(it -> history.add(new Happened(now, it, new Deed.Withdrawal(token))));
  }

  void learn(List<SeatNews> news) {
    news.forEach(it -> history.add(new Happened(now, it.label(), new Deed.Told(it))));
  }

  int entries() {
    return (int)
        history.stream()
            .map(Happened::label)
            .distinct()
            .filter(it -> !read(it).equals(Looks.UNKNOWN))
            .count();
  }

  private Looks read(String label) {
    Looks seat = Looks.UNKNOWN;
    for (Happened it : history) {
      if (it.label.equals(label)) {
        seat = after(lapsedBy(it.at, seat), it);
      }
    }
    return lapsedBy(now, seat);
  }

  private static Looks lapsedBy(long instant, Looks seat) {
    return seat.until <= instant ? Looks.UNKNOWN : seat;
  }

  private static Looks after(Looks seat, Happened it) {
    return switch (it.deed) {
      case Deed.Claim(HoldToken token, Duration ttl) ->
          seat.word.equals("held")
              ? seat
              : new Looks("passed", token.value(), seat.version, it.at + ttl.toMillis());
      case Deed.Withdrawal(HoldToken token) ->
          seat.word.equals("passed") && isOf(token, seat) ? Looks.UNKNOWN : seat;
      case Deed.Told(SeatNews news) -> {
        boolean isNews =
            seat.word.equals("passed")
                ? news.version() > seat.version
                : news.version() >= seat.version;
        yield isNews ? told(news, it.at) : seat;
      }
    };
  }

  private static Looks told(SeatNews news, long at) {
    long most = SeatLockPort.MAX_TTL.toMillis();
    return switch (news) {
      case NowFree it -> new Looks("free", "", it.version(), at + most);
      case NowTaken it -> new Looks("taken", "", it.version(), at + most);
      case NowHeld it ->
          new Looks(
              "held",
              it.token().value(),
              it.version(),
              at + Math.min(most, it.remaining().toMillis()));
    };
  }

  private static boolean isOf(HoldToken token, Looks seat) {
    return seat.token.equals(token.value());
  }
}
