package dev.holdfast.domain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class EventIdTest {
  /** The order in which rows are locked, everywhere. */
  @Test
  void events_are_ordered_by_number() {
    List<Long> sorted =
        LongStream.of(10, 9, Long.MAX_VALUE, 1)
            .mapToObj(EventId::new)
            .sorted()
            .map(EventId::value)
            .toList();
    assertEquals(List.of(1L, 9L, 10L, Long.MAX_VALUE), sorted);
  }
}
