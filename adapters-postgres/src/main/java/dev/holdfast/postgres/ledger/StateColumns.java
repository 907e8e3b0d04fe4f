package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A seat's or record's state as it stands in the columns {@link #NAMES}. */
record StateColumns(
    String state,
    @Nullable String status,
    @Nullable String token,
    long hold,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Instant takenAt,
    @Nullable String order,
    @Nullable String category,
    String extra,
    @Nullable Long via,
    @Nullable String ticketType,
    boolean resale,
    @Nullable String listing) {
  /** The columns, in the order in which all statements name them. */
  static final String NAMES =
      "state, status, token, hold, since, until, taken_at, order_ref, category, extra, held_via, "
          + "ticket_type, resale, listing";

  /** How an upsert takes all of them over. */
  static final String EXCLUDED =
      Arrays.stream(NAMES.split(", "))
          .map(name -> name + " = excluded." + name)
          .collect(Collectors.joining(", "));

  /** The arrays that {@link #bind} gives, as arguments of {@code unnest}. */
  static final String ARRAYS =
      "?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], "
          + "?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], "
          + "?::integer[]::boolean[], ?::text[]";

  static final String HELD = "held";
  static final String TAKEN = "taken";
  private static final String FREE = "free";

  static StateColumns of(SeatState state) {
    return switch (state) {
      case SeatState.Free free -> of(FREE, null, null, 0, null, null, null, free.tag(), null);
      case SeatState.Held held ->
          of(
              HELD,
              null,
              held.token(),
              held.hold(),
              held.since(),
              held.until(),
              null,
              held.tag(),
              held.via() == SeatState.Held.NO_KEY ? null : held.via());
      case SeatState.Taken taken ->
          of(
              TAKEN,
              taken.status(),
              taken.token(),
              taken.hold(),
              null,
              null,
              taken.at(),
              taken.tag(),
              null);
    };
  }

  private static StateColumns of(
      String state,
      @Nullable String status,
      @Nullable HoldToken token,
      long hold,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable Instant takenAt,
      Tag tag,
      @Nullable Long via) {
    Resale resale = tag.resale();
    return new StateColumns(
        state,
        status,
        textOf(token),
        hold,
        since,
        until,
        takenAt,
        tag.order(),
        tag.category(),
        tag.extraData().toJson(),
        via,
        tag.ticketType(),
        resale != null,
        resale == null ? null : resale.listing());
  }

  static @Nullable String textOf(@Nullable HoldToken token) {
    return token == null ? null : token.value();
  }

  static @Nullable HoldToken tokenOf(@Nullable String text) {
    return text == null ? null : new HoldToken(text);
  }

  /**
   * Reads a row.
   *
   * @param first number of the column {@code state}
   */
  static SeatState read(ResultSet row, int first) throws SQLException {
    String state = Rows.text(row, first);
    Tag tag = tag(row, first);
    if (state.equals(FREE)) {
      return tag.equals(Tag.NONE) ? SeatState.FREE : new SeatState.Free(tag);
    }
    HoldToken token = tokenOf(row.getString(first + 2));
    long hold = row.getLong(first + 3);
    if (state.equals(HELD)) {
      return new SeatState.Held(
          Objects.requireNonNull(token),
          hold,
          Rows.instant(row, first + 4),
          Rows.instant(row, first + 5),
          tag,
          row.getLong(first + 10));
    }
    return new SeatState.Taken(
        Rows.text(row, first + 1), token, hold, Rows.instant(row, first + 6), tag);
  }

  private static Tag tag(ResultSet row, int first) throws SQLException {
    return new Tag(
        row.getString(first + 8),
        ExtraData.ofJson(Rows.text(row, first + 9)),
        row.getString(first + 7),
        row.getString(first + 11),
        row.getBoolean(first + 12) ? new Resale(row.getString(first + 13)) : null);
  }

  /** Binds {@link #ARRAYS}. */
  static void bind(Bindings bindings, List<StateColumns> rows) throws SQLException {
    bindings
        .texts(rows, StateColumns::state)
        .texts(rows, StateColumns::status)
        .texts(rows, StateColumns::token)
        .numbers(rows, StateColumns::hold)
        .instants(rows, StateColumns::since)
        .instants(rows, StateColumns::until)
        .instants(rows, StateColumns::takenAt)
        .texts(rows, StateColumns::order)
        .texts(rows, StateColumns::category)
        .texts(rows, StateColumns::extra)
        .numbersOrNone(rows, StateColumns::via)
        .texts(rows, StateColumns::ticketType)
        .integers(rows, row -> row.resale() ? 1 : 0)
        .texts(rows, StateColumns::listing);
  }
}
