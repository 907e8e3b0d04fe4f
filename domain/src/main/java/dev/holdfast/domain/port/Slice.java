package dev.holdfast.domain.port;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A part of a list that is asked for by the item beside it, so that whatever is added at the list's
 * beginning meanwhile moves nothing (seats.io dialect, section 5).
 *
 * @param items in the list's order
 * @param hasEarlier whether items stand before them
 * @param hasLater whether items stand after them
 */
public record Slice<T>(List<T> items, boolean hasEarlier, boolean hasLater) {
  public Slice {
    items = List.copyOf(items);
  }

  /** Most items of a slice. */
  public static final int MAX_LIMIT = 1_000;

  /**
   * Which slice is asked for.
   *
   * @param limit at most so many items, 1 to {@link #MAX_LIMIT}
   */
  public record Request(int limit, Beside beside) {
    public Request {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new IllegalArgumentException("a slice has 1 to " + MAX_LIMIT + " items");
      }
    }
  }

  /** What a slice stands beside. The item need not be there, or be one that is listed. */
  public sealed interface Beside {
    /** The list's beginning. */
    record Beginning() implements Beside {}

    /** The first ones after the item of this number. */
    record After(long id) implements Beside {}

    /** The last ones before the item of this number. */
    record Before(long id) implements Beside {}
  }

  /** Where the items of a list stand. */
  @FunctionalInterface
  public interface Order<T> {
    /**
     * Less than 0 when the item stands before the place of the item of this number, 0 when it is
     * that item, more than 0 when it stands after it.
     */
    int compare(T item, long id);

    /** Of a list with the greatest number first. */
    static <T> Order<T> newestFirst(ToLongFunction<T> numberOf) {
      return (item, id) -> Long.compare(id, numberOf.applyAsLong(item));
    }

    /** Of a list with the smallest number first. */
    static <T> Order<T> oldestFirst(ToLongFunction<T> numberOf) {
      return (item, id) -> Long.compare(numberOf.applyAsLong(item), id);
    }
  }

  /**
   * The slice of a whole list.
   *
   * @param all in the list's order, without what is not to be listed
   */
  public static <T> Slice<T> of(List<T> all, Request request, Order<T> order) {
    int limit = request.limit();
    return switch (request.beside()) {
      case Beside.Beginning() -> between(all, 0, limit);
      case Beside.After(long id) -> {
        int first = first(all, order, id, 1);
        yield between(all, first, first + limit);
      }
      case Beside.Before(long id) -> {
        int end = first(all, order, id, 0);
        yield between(all, end - limit, end);
      }
    };
  }

  /** How many stand before the first one that compares so, or greater. */
  private static <T> int first(List<T> all, Order<T> order, long id, int comparison) {
    int at = 0;
    while (at < all.size() && Integer.signum(order.compare(all.get(at), id)) < comparison) {
      at++;
    }
    return at;
  }

  private static <T> Slice<T> between(List<T> all, int from, int to) {
    int first = Math.max(0, from);
    int end = Math.min(to, all.size());
    return new Slice<>(all.subList(first, end), first > 0, end < all.size());
  }
}
