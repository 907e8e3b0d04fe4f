package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import dev.holdfast.postgres.ledger.ChangesSql.From;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads changes of status as a list. */
record ChangesReader(Connection connection, EventId event, ChangeList list) {
  /** Enough to see whether there is any. */
  private static final Portion ONE = new Portion(1, 1);

  /**
   * Where a number stands in the list.
   *
   * @param entry the one of this number; null where the list is sorted by numbers
   */
  private record Place(long number, @Nullable JournalEntry entry) {}

  Slice<JournalEntry> slice(Beside beside, Portion portion) throws SQLException {
    return switch (beside) {
      case Beside.Beginning() -> fromBeginning(portion);
      case Beside.After(long id) -> {
        Optional<Place> place = place(id);
        yield place.isPresent() ? after(place.get(), portion) : fromBeginning(portion);
      }
      case Beside.Before(long id) -> {
        Optional<Place> place = place(id);
        yield place.isPresent() ? before(place.get(), portion) : beforeAll();
      }
    };
  }

  private Optional<Place> place(long id) throws SQLException {
    if (list.order().key() == ChangeList.Key.NUMBER) {
      return Optional.of(new Place(id, null));
    }
    try (PreparedStatement ask = connection.prepareStatement(ChangesSql.ENTRY)) {
      new Bindings(ask).number(event.value()).number(id);
      return Rows.first(ask, JournalColumns::read).map(entry -> new Place(id, entry));
    }
  }

  private Slice<JournalEntry> fromBeginning(Portion portion) throws SQLException {
    JournalPart part = part(true, From.END, null, portion);
    return new Slice<>(part.entries(), false, part.more());
  }

  private Slice<JournalEntry> beforeAll() throws SQLException {
    return new Slice<>(List.of(), false, isAny(true, From.END, null));
  }

  private Slice<JournalEntry> after(Place place, Portion portion) throws SQLException {
    JournalPart part = part(true, From.BEYOND, place, portion);
    return new Slice<>(part.entries(), isAny(false, From.AT, place), part.more());
  }

  private Slice<JournalEntry> before(Place place, Portion portion) throws SQLException {
    JournalPart part = part(false, From.BEYOND, place, portion);
    return new Slice<>(part.entries().reversed(), part.more(), isAny(true, From.AT, place));
  }

  private boolean isAny(boolean forward, From from, @Nullable Place place) throws SQLException {
    return !part(forward, from, place, ONE).entries().isEmpty();
  }

  private JournalPart part(boolean forward, From from, @Nullable Place place, Portion portion)
      throws SQLException {
    String sql = ChangesSql.of(list, forward, from);
    try (PreparedStatement ask = connection.prepareStatement(sql)) {
      Bindings bindings = new Bindings(ask);
      if (list.order().key() == ChangeList.Key.STATUS) {
        bindings.text(list.heldAs());
      }
      bindings.number(event.value());
      if (list.object().isPresent()) {
        bindings.text(list.object().get());
      }
      bindings.text(list.part()).number(event.value());
      if (place != null) {
        bind(bindings, place);
      }
      return JournalColumns.part(ask, bindings, portion);
    }
  }

  private void bind(Bindings bindings, Place place) throws SQLException {
    JournalEntry entry = place.entry();
    if (entry != null) {
      switch (list.order().key()) {
        case NUMBER -> {}
        case OBJECT -> bindings.text(entry.object()).text(entry.object());
        case STATUS -> {
          String word = list.word(entry.status());
          bindings.text(word).text(word);
        }
        case TIME -> bindings.instant(entry.at()).instant(entry.at());
      }
    }
    bindings.number(place.number());
  }
}
