package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Answers one wish from one book, and not a row more than wished: who forgets to ask must notice
 * here already.
 */
record InMemoryLedgerQuery(
    InMemoryLedgerBook book, ReadWish.OfEvent wish, Map<HoldToken, TokenTerm> terms, Instant now) {
  /** By deadline; taken ones, which have none, come last. */
  private static final Comparator<AreaRecord> EARLIEST_FIRST =
      Comparator.comparing(InMemoryLedgerQuery::until).thenComparingLong(AreaRecord::number);

  private static Instant until(AreaRecord record) {
    return record.state() instanceof SeatState.Held held ? held.until() : Instant.MAX;
  }

  LedgerReads.OfEvent answer() {
    return new LedgerReads.OfEvent(
        book.seats.values().stream().filter(this::wanted).toList(),
        areas(),
        records(),
        holdings(),
        terms,
        keyHoldings());
  }

  private boolean wanted(Seat seat) {
    return wish.whole()
        || wish.objects().contains(seat.label())
        || wish.seats().contains(seat.label())
        || (seat.state() instanceof SeatState.Held held
            && wish.wholeTokens().contains(held.token()));
  }

  private List<Area> areas() {
    Set<String> keys = new TreeSet<>(wish.objects());
    book.records.values().stream()
        .filter(record -> isUnder(wish.wholeTokens(), record.state()))
        .forEach(record -> keys.add(record.area()));
    return book.areas.values().stream()
        .filter(area -> wish.whole() || keys.contains(area.key()))
        .toList();
  }

  private List<AreaRecord> records() {
    TreeMap<Long, AreaRecord> found = new TreeMap<>();
    Stream.of(
            book.records.values().stream().filter(this::wanted),
            wish.objects().stream().flatMap(this::firstLapsed),
            wish.wholeAreas().stream().flatMap(this::whole))
        .flatMap(each -> each)
        .forEach(record -> found.put(record.number(), record));
    return List.copyOf(found.values());
  }

  private boolean wanted(AreaRecord record) {
    SeatState state = record.state();
    return wish.records().contains(record.number())
        || isUnder(wish.wholeTokens(), state)
        || (wish.objects().contains(record.area()) && isUnder(wish.tokens(), state));
  }

  private Stream<AreaRecord> firstLapsed(String area) {
    return book.records.values().stream()
        .filter(each -> each.area().equals(area))
        .filter(each -> InMemoryLedgerBook.isLapsed(each.state(), now))
        .sorted(EARLIEST_FIRST)
        .limit(ReadWish.LAPSED_RECORDS);
  }

  private Stream<AreaRecord> whole(String area) {
    return book.records.values().stream()
        .filter(each -> each.area().equals(area))
        .sorted(EARLIEST_FIRST.reversed())
        .limit(ReadWish.AREA_RECORDS);
  }

  private static boolean isUnder(Set<HoldToken> tokens, SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> false;
      case SeatState.Held held -> tokens.contains(held.token());
      case SeatState.Taken taken -> taken.token() != null && tokens.contains(taken.token());
    };
  }

  private Map<HoldToken, Integer> holdings() {
    Map<HoldToken, Integer> holdings = new TreeMap<>();
    Stream.concat(
            book.seats.values().stream().map(Seat::state),
            book.records.values().stream().map(AreaRecord::state))
        .forEach(state -> count(holdings, state));
    return holdings;
  }

  private Map<Long, Long> keyHoldings() {
    Map<Long, Long> holdings = new TreeMap<>();
    book.seats.values().forEach(seat -> countByKey(holdings, seat.state(), 1));
    book.records.values().forEach(each -> countByKey(holdings, each.state(), each.quantity()));
    return holdings;
  }

  private void countByKey(Map<Long, Long> holdings, SeatState state, int places) {
    if (state instanceof SeatState.Held held
        && held.liveAt(now)
        && wish.keys().contains(held.via())) {
      holdings.merge(held.via(), (long) places, Long::sum);
    }
  }

  private void count(Map<HoldToken, Integer> holdings, SeatState state) {
    if (state instanceof SeatState.Held held
        && held.liveAt(now)
        && wish.tokens().contains(held.token())) {
      holdings.merge(held.token(), 1, Integer::sum);
    }
  }
}
