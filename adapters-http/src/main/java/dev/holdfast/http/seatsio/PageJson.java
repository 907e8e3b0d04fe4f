package dev.holdfast.http.seatsio;

import dev.holdfast.domain.port.Slice;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.PageQuery.ItemWriter;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A page of a list (section 5). Its cursors are texts, and there only when there is something
 * beyond them.
 */
final class PageJson {
  private PageJson() {}

  /**
   * 200 with a page.
   *
   * @param id the number that an item's cursor is
   */
  static <T> Answer answer(Slice<T> slice, ToLongFunction<T> id, ItemWriter<T> writer) {
    return Answer.ok(of(slice, id, writer));
  }

  /** The page as it is answered. */
  static <T> JsonContent of(Slice<T> slice, ToLongFunction<T> id, ItemWriter<T> writer) {
    return json -> {
      List<T> items = slice.items();
      json.writeStartObject();
      json.writeArrayFieldStart("items");
      for (T item : items) {
        writer.write(json, item);
      }
      json.writeEndArray();
      if (slice.hasLater() && !items.isEmpty()) {
        json.writeStringField("next_page_starts_after", text(id, items.getLast()));
      }
      if (slice.hasEarlier() && !items.isEmpty()) {
        json.writeStringField("previous_page_ends_before", text(id, items.getFirst()));
      }
      json.writeEndObject();
    };
  }

  private static <T> String text(ToLongFunction<T> id, T item) {
    return Long.toString(id.applyAsLong(item));
  }
}
