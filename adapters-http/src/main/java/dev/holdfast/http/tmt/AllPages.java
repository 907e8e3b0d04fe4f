package dev.holdfast.http.tmt;

import dev.holdfast.domain.port.Page;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A whole list, read by pages and told page by page: the dialect knows no pages of its own
 * (sections 3.2 and 4), and nobody should have to keep a whole one in memory.
 */
final class AllPages {
  /** Most items of one list, the newest. */
  static final int MAX_LISTED = 10_000;

  static final int PAGE = 100;

  private AllPages() {}

  /** Tells some items. */
  @FunctionalInterface
  interface Teller<T> {
    void tell(List<T> items) throws IOException;
  }

  /**
   * Tells all items, each once: what is added meanwhile moves others to a page that is still to be
   * read.
   *
   * @param id tells items apart
   */
  static <T> void tell(Function<Page.Request, Page<T>> list, ToLongFunction<T> id, Teller<T> teller)
      throws IOException {
    Set<Long> told = new HashSet<>();
    for (int number = 1; number <= MAX_LISTED / PAGE; number++) {
      List<T> items = list.apply(new Page.Request(number, PAGE)).items();
      teller.tell(items.stream().filter(each -> told.add(id.applyAsLong(each))).toList());
      if (items.size() < PAGE) {
        return;
      }
    }
  }
}
