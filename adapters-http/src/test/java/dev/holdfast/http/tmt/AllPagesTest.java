package dev.holdfast.http.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.port.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AllPagesTest {
  private final List<Long> told = new ArrayList<>();

  private void tell(List<Long> list) throws IOException {
    AllPages.<Long>tell(
        page ->
            new Page<>(list.stream().skip(page.offset()).limit(page.limit()).toList(), list.size()),
        item -> item,
        told::addAll);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void a_list_of_many_pages_is_told_in_its_order() throws IOException {
    for (long size : new long[] {0, 1, 99, 100, 101, 250}) {
      told.clear();
      tell(upTo(size));
      assertEquals(upTo(size), told);
    }
  }

  @Test
  void a_list_ends_with_its_ten_thousandth_item() throws IOException {
    tell(upTo(10_150));
    assertEquals(upTo(10_000), told);
  }

  @Test
  void what_is_added_while_pages_are_read_tells_no_item_twice() throws IOException {
    List<Long> list = new ArrayList<>(upTo(150));
    AllPages.<Long>tell(
        page -> {
          List<Long> items = list.stream().skip(page.offset()).limit(page.limit()).toList();
          list.addFirst(1_000L + page.page());
          return new Page<>(items, list.size());
        },
        item -> item,
        told::addAll);

    assertEquals(upTo(150), told);
  }
}
