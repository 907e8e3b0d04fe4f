package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.workspace.KeyKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hold these objects for a token, all or none.
 *
 * @param items 1 to {@value HoldPolicy#MAX_OBJECTS}; an object named twice is wanted once, places
 *     of one area in one category add up
 * @param ttl how long, more than zero; what is held already keeps its deadline
 * @param newToken whether the token is made for this hold, and expires by itself after {@code ttl}
 * @param key the API key that it is made through, if any
 */
public record HoldRequest(
    HoldToken token,
    List<Item> items,
    Duration ttl,
    ExtraData extraData,
    boolean newToken,
    Optional<KeyUsed> key) {
  public HoldRequest {
    items = List.copyOf(items);
    if (items.isEmpty() || items.size() > HoldPolicy.MAX_OBJECTS) {
      throw new IllegalArgumentException("a hold names 1 to 200 objects");
    }
    if (!ttl.isPositive() || ttl.compareTo(HoldPolicy.STANDARD.maxTtl()) > 0) {
      throw new IllegalArgumentException("a hold lasts more than zero and at most 24 h");
    }
    if (newToken && ttl.compareTo(TokenTerm.MAX_LIFE) > 0) {
      throw new IllegalArgumentException("a token that expires by itself lives at most 2 h");
    }
  }

  /** Under a token of the caller's. */
  public HoldRequest(HoldToken token, List<Item> items, Duration ttl, ExtraData extraData) {
    this(token, items, ttl, extraData, false);
  }

  /** Through no key. */
  public HoldRequest(
      HoldToken token, List<Item> items, Duration ttl, ExtraData extraData, boolean newToken) {
    this(token, items, ttl, extraData, newToken, Optional.empty());
  }

  /** The same through this key, if there is one. */
  public HoldRequest through(Optional<KeyUsed> used) {
    return new HoldRequest(token, items, ttl, extraData, newToken, used);
  }

  /**
   * An API key.
   *
   * @param number the store's own
   */
  public record KeyUsed(long number, KeyKind kind) {}

  /** One object wanted. */
  public sealed interface Item {
    /** A seat's label or an area's key. */
    String object();

    /**
     * What it is to be held as; must be one the layout sells it in. Null: the layout's own.
     *
     * @return a category's key
     */
    @Nullable String category();
  }

  /** A named seat. */
  public record SeatItem(String object, @Nullable String category) implements Item {}

  /**
   * Places of a general admission area.
   *
   * @param quantity at least 1
   */
  public record PlacesItem(String object, @Nullable String category, int quantity) implements Item {
    public PlacesItem {
      if (quantity < 1) {
        throw new IllegalArgumentException("a quantity is at least 1");
      }
    }
  }
}
