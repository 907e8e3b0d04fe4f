package dev.holdfast.domain.decision;

import dev.holdfast.domain.choice.Choice;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.Released.ReleasedObject;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers in a line, as the tables of these tests write them. */
final class Told {
  private Told() {}

  static String of(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Refused<?>(List<Refusal> reasons) ->
          "no: " + reasons.stream().map(Told::of).collect(Collectors.joining("; "));
      case Outcome.Repeated<?>(var repeat) -> "again: " + repeat;
      case Outcome.Accepted<?>(Extension answer) -> extension(answer);
      case Outcome.Accepted<?>(Released answer) ->
          join("freed ", answer.objects().stream().map(Told::released).toList());
      case Outcome.Accepted<?>(Chosen(Choice choice, List<ChangedObject> objects)) ->
          join(
              choice.adjacency().name().toLowerCase(Locale.ROOT)
                  + (choice.quantity() == 1 ? ": " : " *" + choice.quantity() + ": "),
              objects.stream().map(Told::object).toList());
      case Outcome.Accepted<?>(Integer ended) -> "ended " + ended;
      case Outcome.Accepted<?>(List<?> objects) ->
          join("", objects.stream().map(Told::object).toList());
      case Outcome.Accepted<?>(var other) -> throw new IllegalArgumentException("" + other);
    };
  }

  private static String released(ReleasedObject freed) {
    String many = freed.quantity() == 1 ? "" : "*" + freed.quantity();
    return freed.object() + many + " v" + freed.version();
  }

  /** A token's term. */
  static String of(TokenTerm term) {
    return time(term.since()) + " till " + time(term.until());
  }

  private static String extension(Extension answer) {
    List<String> parts = new ArrayList<>();
    answer
        .extended()
        .forEach(each ->
            parts.add(each.object() + " till " + time(each.until()) + " v" + each.version()));
    answer.lost().forEach(each -> parts.add("lost " + of(each)));
    return join("", parts);
  }

  private static String object(@Nullable Object object) {
    return switch (object) {
      case HeldObject held ->
          name(held.object(), held.area(), held.tag().category(), held.quantity())
              + (" till " + time(held.until()) + " v" + held.version());
      case TakenObject taken ->
          "booked "
              + name(taken.object(), taken.area(), taken.state().tag().category(), taken.quantity())
              + (" v" + taken.version());
      case ChangedObject.ChangedSeat(Seat seat) ->
          seat.label() + " " + state(seat.state()) + " v" + seat.version();
      case ChangedObject.ChangedArea(Area area, _) -> area.key() + " " + area(area);
      case null, default -> throw new IllegalArgumentException("" + object);
    };
  }

  private static String name(String object, boolean area, @Nullable String category, int quantity) {
    return !area ? object : object + (category == null ? "" : "/" + category) + "*" + quantity;
  }

  static String of(Refusal refusal) {
    String kind = refusal.getClass().getSimpleName();
    return switch (refusal) {
      case Refusal.AlreadyTaken(String object, long version) -> named(kind, object, version);
      case Refusal.AlreadyHeld(String object, long version) -> named(kind, object, version);
      case Refusal.StatusNotAllowed(String object, long version, String status) ->
          named(kind, object, version) + " " + status;
      case Refusal.NotForSale(String object, long version) -> named(kind, object, version);
      case Refusal.InsufficientCapacity(String object, long version, int free) ->
          named(kind, object, version) + " free " + free;
      case Refusal.NotHeldByToken(String object, long version, boolean taken) ->
          named(kind, object, version) + (taken ? " taken by it" : "");
      case Refusal.NotFoundOrFree(String object, long version) -> named(kind, object, version);
      case Refusal.TokenLimit(int limit, var objects) -> kind + " " + limit + versions(objects);
      case Refusal.TooScattered(String object, int limit) -> kind + " " + object + " " + limit;
      case Refusal.KeyLimit(int limit, var objects) -> kind + " " + limit + versions(objects);
      case Refusal.AllPlacesNotConfirmed(String object) -> kind + " " + object;
      default -> refusal.toString();
    };
  }

  private static String versions(List<Refusal.TokenLimit.Versioned> objects) {
    return objects.stream()
        .map(each -> " " + each.object() + " v" + each.version())
        .collect(Collectors.joining(",", ":", ""));
  }

  private static String named(String kind, String object, long version) {
    return kind + " " + object + " v" + version;
  }

  /** What the ledger has stored of an object. */
  static String of(String object, LedgerReads.OfEvent rows) {
    List<String> parts = new ArrayList<>();
    for (Seat seat : rows.seats()) {
      parts.add(state(seat.state()) + " v" + seat.version());
    }
    for (Area area : rows.areas()) {
      parts.add(area(area));
    }
    for (AreaRecord record : rows.records()) {
      parts.add("#" + record.number() + " " + record.quantity() + " " + state(record.state()));
    }
    return parts.isEmpty() ? "untouched" : String.join(", ", parts);
  }

  private static String area(Area area) {
    return "free %d held %d taken %d v%d"
        .formatted(area.free(), area.held(), area.taken(), area.version());
  }

  private static String state(SeatState state) {
    String whose =
        switch (state) {
          case SeatState.Free _ -> "free";
          case SeatState.Held held ->
              "held by " + held.token().value() + " till " + time(held.until());
          case SeatState.Taken taken ->
              taken.status() + (taken.token() == null ? "" : " by " + taken.token().value());
        };
    return whose + tag(state.tag());
  }

  /** What hangs on an object, beside its category; nothing where nothing does. */
  static String tag(Tag tag) {
    List<String> words = words(tag.order(), tag.ticketType(), tag.extraData());
    if (tag.resale() != null) {
      words.add(tag.resale().listing() == null ? "resale" : "resale=" + tag.resale().listing());
    }
    return words.isEmpty() ? "" : " [" + String.join(" ", words) + "]";
  }

  private static List<String> words(
      @Nullable String order, @Nullable String ticketType, ExtraData extraData) {
    List<String> words = new ArrayList<>();
    if (order != null) {
      words.add("order=" + order);
    }
    if (ticketType != null) {
      words.add("type=" + ticketType);
    }
    extraData.members().forEach((name, value) -> words.add((name + "=" + value).replace("\"", "")));
    return words;
  }

  /** News for the gate. */
  static String of(SeatNews news) {
    return switch (news) {
      case SeatNews.NowFree(_, long version) -> "free v" + version;
      case SeatNews.NowTaken(_, long version) -> "taken v" + version;
      case SeatNews.NowHeld(_, long version, HoldToken token, Duration left) ->
          "held by " + token.value() + " for " + seconds(left) + " v" + version;
    };
  }

  /** A journal line; its status where that is not the kind's usual one. */
  static String of(JournalEntry entry) {
    return entry.seq()
        + " "
        + entry.kind().word()
        + " "
        + name(entry.object(), entry.area(), entry.category(), entry.quantity())
        + (" v" + entry.version() + " was " + entry.previous())
        + (" by "
            + (entry.token() == null ? "nobody" : entry.token().value())
            + " #"
            + entry.hold())
        + (entry.until() == null ? "" : " till " + time(entry.until()))
        + what(entry);
  }

  private static String what(JournalEntry entry) {
    boolean usual = entry.status().equals(entry.kind().usualStatus(entry.previous()));
    List<String> words = words(entry.order(), entry.ticketType(), entry.extraData());
    return (usual ? "" : " as " + entry.status())
        + (words.isEmpty() ? "" : " [" + String.join(" ", words) + "]");
  }

  private static String join(String before, List<String> parts) {
    return parts.isEmpty() ? "nothing" : before + String.join(", ", parts);
  }

  /** An instant as the time since opening: {@code 60s}, {@code 59.999999s}. */
  static String time(Instant instant) {
    return seconds(Duration.between(DayClock.OPENING, instant));
  }

  private static String seconds(Duration time) {
    BigDecimal seconds =
        BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    return seconds.stripTrailingZeros().toPlainString() + "s";
  }
}
