package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a transaction read.
 *
 * @param now the ledger's clock, read after the locks were taken
 * @param events one answer an event asked for, in the order given
 */
public record LedgerReads(Instant now, Map<EventId, OfEvent> events) {
  public LedgerReads {
    events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
  }

  /**
   * The rows of one event.
   *
   * @param seats those with a row; a label without one was never touched
   * @param areas those with a row
   * @param records the area records asked for
   * @param holdings for each token asked for, how many objects it holds live now: each seat counts
   *     one, each area record one; a missing token holds none; in the order given
   * @param terms of the tokens asked for those that have one; locked until the end of the
   *     transaction, so that none is ended meanwhile
   * @param keyHoldings for each API key asked for, how many places are held through it live now: a
   *     seat counts one, an area record as many as it has; a missing key has none
   */
  public record OfEvent(
      List<Seat> seats,
      List<Area> areas,
      List<AreaRecord> records,
      Map<HoldToken, Integer> holdings,
      Map<HoldToken, TokenTerm> terms,
      Map<Long, Long> keyHoldings) {
    /** Nothing was ever touched. */
    public static final OfEvent NOTHING =
        new OfEvent(List.of(), List.of(), List.of(), Map.of(), Map.of());

    public OfEvent {
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
      records = List.copyOf(records);
      holdings = Collections.unmodifiableMap(new LinkedHashMap<>(holdings));
      terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
      keyHoldings = Collections.unmodifiableMap(new LinkedHashMap<>(keyHoldings));
    }

    /** No key was asked for. */
    public OfEvent(
        List<Seat> seats,
        List<Area> areas,
        List<AreaRecord> records,
        Map<HoldToken, Integer> holdings,
        Map<HoldToken, TokenTerm> terms) {
      this(seats, areas, records, holdings, terms, Map.of());
    }
  }
}
