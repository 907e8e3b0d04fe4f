package dev.holdfast.http.seatsio;

import dev.holdfast.domain.port.Slice;
import dev.holdfast.http.json.JsonContent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageJsonTest {
  private static JsonContent page(boolean earlier, boolean later, Long... items) {
    return PageJson.of(
        new Slice<>(List.of(items), earlier, later),
        Long::longValue,
        (json, item) -> json.writeNumber(item));
  }

  @Test
  void cursors_are_texts_and_there_only_when_there_is_more() {
    Asked.assertWritten("{'items':[912,905]}", page(false, false, 912L, 905L));
    Asked.assertWritten(
        "{'items':[912,905],'next_page_starts_after':'905'}", page(false, true, 912L, 905L));
    Asked.assertWritten(
        "{'items':[912,905],'previous_page_ends_before':'912'}", page(true, false, 912L, 905L));
    Asked.assertWritten(
        "{'items':[9],'next_page_starts_after':'9','previous_page_ends_before':'9'}",
        page(true, true, 9L));
  }

  @Test
  void a_page_of_nothing_leads_nowhere() {
    Asked.assertWritten("{'items':[]}", page(true, true));
  }
}
