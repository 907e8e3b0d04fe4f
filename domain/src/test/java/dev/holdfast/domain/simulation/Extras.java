package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.seat.ExtraData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What buyers hang on what they hold and book: who has a seat keeps it, the newer member wins. */
final class Extras {
  /** What no store takes, as a database may refuse what nobody thought of. */
  static final ExtraData REFUSED = new ExtraData(Map.of("\"refused\"", "true"));

  private static final Standing.Hangs NOTHING = new Standing.Hangs(null, null, ExtraData.NONE);

  private Extras() {}

  /** Something, or more often nothing; rarely what the store refuses. */
  static ExtraData any(Chance chance) {
    if (chance.oneIn(25)) {
      return REFUSED;
    }
    return chance.oneIn(3)
        ? new ExtraData(
            Map.of(chance.oneIn(2) ? "\"name\"" : "\"mail\"", String.valueOf(chance.below(3))))
        : ExtraData.NONE;
  }

  /** Whether the store refuses what this request would write. */
  static boolean isRefused(Asked.Request request) {
    return switch (request) {
      case Asked.ToChange(var _, var change) -> isRefused(change);
      case Asked.ToStep(var changes) ->
          changes.stream().anyMatch(each -> isRefused(each.request()));
      case Asked.ToChoose(var _, var best) -> best.extraData().contains(REFUSED);
      default -> of(request).filter(REFUSED::equals).isPresent();
    };
  }

  private static boolean isRefused(StatusRequest change) {
    return change.objects().stream().anyMatch(each -> REFUSED.equals(each.extraData()));
  }

  /** The store takes everything or nothing. */
  static void refuse(LedgerWrites writes) {
    boolean refused = writes.events().stream().flatMap(Extras::written).anyMatch(Extras::isRefused);
    if (refused) {
      throw new StoreFailure.Rejected("planned", null);
    }
  }

  private static Stream<ExtraData> written(LedgerWrites.OfEvent of) {
    return Stream.of(
            of.seats().stream().map(each -> each.after().state().tag().extraData()),
            of.records().stream().map(each -> each.state().tag().extraData()),
            of.journal().stream().map(JournalEntry::extraData))
        .flatMap(each -> each);
  }

  private static boolean isRefused(ExtraData data) {
    return data.members().keySet().containsAll(REFUSED.members().keySet());
  }

  private static Optional<ExtraData> of(Asked.Request request) {
    return switch (request) {
      case Asked.ToHold(var _, var hold) -> Optional.of(hold.extraData());
      case Asked.ToBook(var _, var book) -> Optional.of(book.extraData());
      case Asked.ToExtend _, Asked.ToRelease _, Asked.ToExpire _, Asked.ToLook _ ->
          Optional.empty();
      case Asked.ToChange _, Asked.ToStep _, Asked.ToChoose _ -> Optional.empty();
    };
  }

  /**
   * To be asked of each change.
   *
   * @param by whose it is; null when it is the house's own
   * @param before how the event stood before it
   */
  static void check(@Nullable Asked by, JournalEntry entry, Standing before) {
    if (by != null && by.changesStatus()) {
      // Each object has its own, which the clerk looks after.
      return;
    }
    ExtraData newer = by == null ? ExtraData.NONE : of(by.request).orElse(ExtraData.NONE);
    Map<String, String> there = there(entry, before);
    if (there != null) {
      Map<String, String> expected = new LinkedHashMap<>(there);
      switch (entry.kind()) {
        case HELD, BOOKED -> expected.putAll(newer.members());
        case EXTENDED, RELEASED, EXPIRED, CHANGED, TAGGED -> {}
      }
      assertEquals(expected, entry.extraData().members(), () -> "not what hung on it: " + entry);
    }
  }

  /** What hangs on it already; null when the books do not tell, as with places that are sold. */
  private static @Nullable Map<String, String> there(JournalEntry entry, Standing before) {
    if (!entry.area()) {
      Standing.Seat seat = before.seats().get(entry.object());
      Standing.Hangs hangs = seat == null ? NOTHING : seat.hangs();
      ExtraData known = hangs == null ? null : hangs.extraData();
      return known == null ? null : known.members();
    }
    Standing.Places places = before.places().get(entry.hold());
    if (entry.previous().equals("free")) {
      return places == null ? Map.of() : places.extraData().members();
    }
    return places == null || !entry.previous().equals("held") ? null : places.extraData().members();
  }
}
