package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a {@link ReadWish} asks for, and gives it in the order of the wish, so that whoever
 * goes through it does the same each time. One use.
 */
final class WishedRows {
  /** A name in an event: a seat's label, an area's key, a token. */
  private record Name(long event, String text) {}

  /** A record or an API key in an event. */
  private record Numbered(long event, long number) {}

  /** Rows of one event by name or number, because two parts of a wish may both ask for one. */
  private static final class Found {
    final ReadWish.OfEvent wish;
    final Map<String, Seat> seats = new TreeMap<>();
    final Map<String, Area> areas = new TreeMap<>();
    final Map<Long, AreaRecord> records = new TreeMap<>();
    final Map<HoldToken, Integer> holdings = new TreeMap<>();
    final Map<Long, Long> keyHoldings = new TreeMap<>();

    Found(ReadWish.OfEvent wish) {
      this.wish = wish;
    }

    /**
     * A token's records come from all areas: the index that finds them knows the token first. Those
     * of areas that were not asked for are left out here.
     */
    boolean wants(AreaRecord record) {
      return wish.objects().contains(record.area())
          || wish.records().contains(record.number())
          || wish.wholeAreas().contains(record.area())
          || switch (record.state()) {
            case SeatState.Held held -> wish.wholeTokens().contains(held.token());
            case SeatState.Taken taken ->
                taken.token() != null && wish.wholeTokens().contains(taken.token());
            case SeatState.Free _ -> false;
          };
    }

    LedgerReads.OfEvent toReads(Map<HoldToken, TokenTerm> terms) {
      return new LedgerReads.OfEvent(
          List.copyOf(seats.values()),
          List.copyOf(areas.values()),
          List.copyOf(records.values()),
          holdings,
          terms,
          keyHoldings);
    }
  }

  private final Map<Long, Found> events = new LinkedHashMap<>();
  private final TokenTerms terms;
  private @Nullable Instant now;

  /** What a wish will find. */
  WishedRows(ReadWish wish) {
    wish.events().forEach(event -> events.put(event.event().value(), new Found(event)));
    terms = new TokenTerms(wish);
  }

  /** Adds the statements that read. */
  void read(ReadBatch batch) {
    ReadWish wish = new ReadWish(events.values().stream().map(found -> found.wish).toList());
    Map<ReadSql.Part, WriteBatch.Binder> parts = new EnumMap<>(ReadSql.Part.class);
    put(parts, ReadSql.Part.OBJECTS, names(wish, event -> event.objects().stream()));
    put(parts, ReadSql.Part.SEATS, names(wish, event -> event.seats().stream()));
    put(
        parts,
        ReadSql.Part.TOKENS,
        names(wish, event -> event.tokens().stream().map(HoldToken::value)));
    put(
        parts,
        ReadSql.Part.WHOLE_TOKENS,
        names(wish, event -> event.wholeTokens().stream().map(HoldToken::value)));
    put(parts, ReadSql.Part.WHOLE_AREAS, names(wish, event -> event.wholeAreas().stream()));
    putNumbers(parts, ReadSql.Part.RECORDS, numbers(wish, ReadWish.OfEvent::records));
    putNumbers(parts, ReadSql.Part.KEYS, numbers(wish, ReadWish.OfEvent::keys));
    List<EventId> whole =
        wish.events().stream()
            .filter(ReadWish.OfEvent::whole)
            .map(ReadWish.OfEvent::event)
            .toList();
    if (!whole.isEmpty()) {
      parts.put(ReadSql.Part.EVENTS, b -> b.numbers(whole, EventId::value));
    }
    terms.read(batch);
    batch.rows(
        ReadSql.of(parts.keySet()),
        b -> {
          for (WriteBatch.Binder part : parts.values()) {
            part.bind(b);
          }
        },
        this::add);
  }

  private static void put(
      Map<ReadSql.Part, WriteBatch.Binder> parts, ReadSql.Part part, List<Name> list) {
    if (!list.isEmpty()) {
      parts.put(part, b -> b.numbers(list, Name::event).texts(list, Name::text));
    }
  }

  private static void putNumbers(
      Map<ReadSql.Part, WriteBatch.Binder> parts, ReadSql.Part part, List<Numbered> list) {
    if (!list.isEmpty()) {
      parts.put(part, b -> b.numbers(list, Numbered::event).numbers(list, Numbered::number));
    }
  }

  private static List<Name> names(
      ReadWish wish, Function<ReadWish.OfEvent, Stream<String>> namesOf) {
    List<Name> names = new ArrayList<>();
    for (ReadWish.OfEvent event : wish.events()) {
      namesOf.apply(event).forEach(text -> names.add(new Name(event.event().value(), text)));
    }
    return names;
  }

  private static List<Numbered> numbers(
      ReadWish wish, Function<ReadWish.OfEvent, Set<Long>> numbersOf) {
    List<Numbered> numbers = new ArrayList<>();
    for (ReadWish.OfEvent event : wish.events()) {
      numbersOf
          .apply(event)
          .forEach(each -> numbers.add(new Numbered(event.event().value(), each)));
    }
    return numbers;
  }

  private void add(ResultSet row) throws SQLException {
    String what = Rows.text(row, 1);
    if (what.equals(ReadSql.CLOCK)) {
      now = Rows.instant(row, ReadSql.STATE + 4);
      return;
    }
    Found found = Objects.requireNonNull(events.get(row.getLong(2)));
    String name = Rows.text(row, 3);
    long number = row.getLong(4);
    switch (what) {
      case ReadSql.SEAT ->
          found.seats.put(name, new Seat(name, number, StateColumns.read(row, ReadSql.STATE)));
      case ReadSql.AREA ->
          found.areas.put(
              name, new Area(name, number, row.getInt(5), row.getInt(6), row.getInt(7)));
      case ReadSql.RECORD -> addRecord(found, row, name, number);
      case ReadSql.HOLDINGS -> {
        if (number > 0) {
          found.holdings.put(new HoldToken(name), Math.toIntExact(number));
        }
      }
      case ReadSql.KEY -> {
        if (number > 0) {
          found.keyHoldings.put(Long.valueOf(name), number);
        }
      }
      default -> throw new IllegalStateException("what is a " + what + "?");
    }
  }

  private static void addRecord(Found found, ResultSet row, String area, long number)
      throws SQLException {
    AreaRecord record =
        new AreaRecord(area, number, row.getInt(5), StateColumns.read(row, ReadSql.STATE));
    if (found.wants(record)) {
      found.records.put(number, record);
    }
  }

  /** What was found of those events that are locked. */
  LedgerReads found(Set<EventId> locked) {
    Map<EventId, LedgerReads.OfEvent> reads = new LinkedHashMap<>();
    events.forEach((number, found) -> {
      EventId event = new EventId(number);
      if (locked.contains(event)) {
        reads.put(event, found.toReads(terms.of(event)));
      }
    });
    return new LedgerReads(Objects.requireNonNull(now), reads);
  }
}
