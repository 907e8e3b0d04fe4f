package dev.holdfast.app.history;

import dev.holdfast.app.history.StatusCall.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A history written by hand, call by call, each a tick after the one before. */
final class Script {
  static final String AREA = "floor";
  private static final Instant BEGIN = Instant.parse("2026-11-22T09:00:00Z");

  private static final int HOUR = 3_600;

  private final List<Call> calls = new ArrayList<>();
  private final List<StatusCall> statusCalls = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final List<Line> journal = new ArrayList<>();
  private long now;

  /** So many seconds of the ledger's clock after the beginning. */
  static Instant second(int second) {
    return BEGIN.plusSeconds(second);
  }

  History history() {
    return new History(calls, statusCalls, endings, journal, Map.of(AREA, 10), BEGIN);
  }

  private Script add(
      Deed deed, String token, List<String> objects, Result result, List<Sight> sights) {
    calls.add(new Call("a", deed, objects, token, now, now + 1, result, sights, 0));
    now += 2;
    return this;
  }

  /** One that was answered as done, with what became of each object. */
  Script done(Deed deed, String token, Sight... sights) {
    List<String> objects = Arrays.stream(sights).map(Sight::object).toList();
    return add(deed, token, objects, Result.DONE, List.of(sights));
  }

  Script refused(Deed deed, String token, Sight... sights) {
    List<String> objects = Arrays.stream(sights).map(Sight::object).toList();
    return add(deed, token, objects, Result.REFUSED, List.of(sights));
  }

  Script nothing(Deed deed, String token, String... objects) {
    return add(deed, token, List.of(objects), Result.NOTHING, List.of());
  }

  Script unknown(Deed deed, String token, String... objects) {
    calls.add(
        new Call(
            "b", deed, List.of(objects), token, now, Long.MAX_VALUE, Result.UNKNOWN, List.of(), 0));
    now += 2;
    return this;
  }

  Script look(Sight... sights) {
    return look(0, sights);
  }

  Script look(long seq, Sight... sights) {
    Call call =
        new Call("c", Deed.LOOK, List.of(), "", now, now + 1, Result.DONE, List.of(sights), seq);
    calls.add(call);
    now += 2;
    return this;
  }

  /** The next line of the journal. */
  Script line(String kind, Standing previous, Sight sight) {
    boolean area = sight.object().equals(AREA);
    journal.add(new Line(journal.size() + 1L, kind, previous, sight, area));
    return this;
  }

  /** A change of status through seats.io's dialect, under a token that lives for an hour. */
  Script change(Deed deed, String token, String order, Result result, String... objects) {
    return change(deed, token, order, result, objects.length, objects);
  }

  /** The same of so many places. */
  Script change(
      Deed deed, String token, String order, Result result, int count, String... objects) {
    return change(
        new Asked(deed, false, List.of(objects), count, token, second(HOUR), order),
        result,
        objects);
  }

  /** The best of the two seats that there are. */
  Script best(String token, String order, Result result, int count, String... told) {
    List<String> seats = List.of("A-1", "A-2");
    Asked asked = new Asked(Deed.RESERVE, true, seats, count, token, second(HOUR), order);
    return change(asked, result, told);
  }

  private Script change(Asked asked, Result result, String... told) {
    List<String> named = result == Result.DONE ? List.of(told) : List.of();
    long end = result == Result.UNKNOWN ? Long.MAX_VALUE : now + 1;
    statusCalls.add(new StatusCall("a", asked, now, end, result, named, result == Result.REFUSED));
    now += 2;
    return this;
  }

  /** A token is ended before its time. */
  Script end(String token) {
    endings.add(new Ending(token, now, now + 1));
    now += 2;
    return this;
  }

  /** The next line of the journal, written for an order. */
  Script line(String order, String kind, Standing previous, Sight sight) {
    boolean area = sight.object().equals(AREA);
    journal.add(new Line(journal.size() + 1L, kind, previous, sight, area, order));
    return this;
  }

  /** The next number is missing. */
  Script lineAfterGap(String kind, Standing previous, Sight sight) {
    journal.add(new Line(journal.size() + 2L, kind, previous, sight, false));
    return this;
  }
}
