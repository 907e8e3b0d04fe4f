package dev.holdfast.domain.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.reservation.House;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What followers are told from the journal takes a bounded room together, however slow they are.
 */
final class FarBehindTest {
  private static final int KIB = 1024;

  /** As large as extra data may be. */
  private static final ExtraData LARGE =
      new ExtraData(
          Map.of("\"x\"", "\"" + "x".repeat(ExtraData.MAX_BYTES - "{'x':''}".length()) + "\""));

  /** An entry with all that it carries. */
  private static final Rendering<JournalEntry> WHOLE =
      new Rendering<>() {
        @Override
        public JournalEntry of(JournalEntry entry) {
          return entry;
        }

        @Override
        public int weight(JournalEntry rendered) {
          return Portion.bytesOf(rendered);
        }
      };

  private static final PageLimits ROOM_FOR_FOUR =
      new PageLimits(64 * KIB, 256 * KIB, 1, Duration.ZERO);

  private final House house = House.open();
  private final CountedJournal journal = new CountedJournal(house.hall.ledger);

  private JournalFeed<JournalEntry> feed(PageLimits pages) {
    return new JournalFeed<>(journal, WHOLE, new FeedLimits(10, 1_000, 1_000, 100_000_000, pages));
  }

  private JournalFeed<JournalEntry>.Follower follow(JournalFeed<JournalEntry> feed, long after) {
    return feed.follow(house.friday.id(), after).orElseThrow();
  }

  private void happens(int times, ExtraData extraData) {
    for (int time = 0; time < times; time++) {
      house.holdAndFree("ada", extraData, "A-1");
    }
  }

  private static List<Long> fromTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<Long> numbers(News<JournalEntry> news) {
    return news instanceof News.Entries<JournalEntry>(var entries, long _)
        ? entries.stream().map(JournalEntry::seq).toList()
        : List.of();
  }

  private static long weight(News<JournalEntry> news) {
    return news instanceof News.Entries<JournalEntry>(var entries, long _)
        ? entries.stream().mapToLong(Portion::bytesOf).sum()
        : 0;
  }

  @Test
  void many_followers_from_far_behind_have_no_more_before_them_than_there_is_room_for()
      throws Exception {
    happens(50, LARGE);
    JournalFeed<JournalEntry> feed = feed(ROOM_FOR_FOUR);
    long largest =
        Portion.bytesOf(journal.journal(house.friday.id(), 0, Portion.of(1)).entries().getFirst());
    List<JournalFeed<JournalEntry>.Follower> followers = new ArrayList<>();
    List<News<JournalEntry>> told = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      followers.add(follow(feed, 0));
      told.add(followers.getLast().next(Duration.ZERO));
    }
    assertEquals(4, told.stream().filter(each -> weight(each) > 0).count());
    assertTrue(told.stream().allMatch(each -> weight(each) < 64 * KIB + largest));
    assertTrue(told.stream().mapToLong(FarBehindTest::weight).sum() < 256 * KIB + 4 * largest);
    assertInstanceOf(News.End.class, told.getLast());
  }

  @Test
  void what_was_told_makes_room_when_its_reader_asks_on_or_leaves() throws Exception {
    happens(50, LARGE);
    JournalFeed<JournalEntry> feed = feed(new PageLimits(64 * KIB, 64 * KIB, 1, Duration.ZERO));
    var first = follow(feed, 0);
    try (var second = follow(feed, 0)) {
      assertEquals(fromTo(1, 4), numbers(first.next(Duration.ZERO)));
      assertInstanceOf(News.End.class, second.next(Duration.ZERO));
      assertEquals(fromTo(5, 8), numbers(first.next(Duration.ZERO)));
      first.close();
      first.close();
      assertEquals(fromTo(1, 4), numbers(second.next(Duration.ZERO)));
    }
  }

  @Test
  void I7_pages_that_end_early_meet_without_gap_or_overlap() throws Exception {
    happens(10, LARGE);
    happens(300, ExtraData.NONE);
    happens(10, LARGE);
    JournalFeed<JournalEntry> feed = feed(ROOM_FOR_FOUR);
    for (long after : List.of(0L, 1L, 3L, 19L, 20L, 619L, 639L)) {
      List<Long> all = new ArrayList<>();
      try (var follower = follow(feed, after)) {
        while (follower.told() < 640) {
          all.addAll(numbers(follower.next(Duration.ZERO)));
          assertEquals(all.getLast(), follower.told());
        }
      }
      assertEquals(fromTo(after + 1, 640), all);
    }
  }

  @Test
  void what_a_page_turns_out_not_to_need_is_left_to_others() throws Exception {
    happens(1, ExtraData.NONE);
    JournalFeed<JournalEntry> feed = feed(ROOM_FOR_FOUR);
    for (int i = 0; i < 100; i++) {
      assertEquals(fromTo(1, 2), numbers(follow(feed, 0).next(Duration.ZERO)));
    }
  }

  @Test
  void a_follower_waits_for_its_turn() throws Exception {
    happens(50, LARGE);
    JournalFeed<JournalEntry> feed =
        feed(new PageLimits(64 * KIB, 64 * KIB, 1, Duration.ofMinutes(1)));
    var first = follow(feed, 0);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        var second = follow(feed, 0)) {
      assertEquals(fromTo(1, 4), numbers(first.next(Duration.ZERO)));
      Future<News<JournalEntry>> next = threads.submit(() -> second.next(Duration.ZERO));
      first.close();
      assertEquals(fromTo(1, 4), numbers(next.get()));
    }
  }

  @Test
  void trouble_with_the_journal_takes_no_room() throws Exception {
    happens(50, LARGE);
    JournalFeed<JournalEntry> feed = feed(new PageLimits(64 * KIB, 64 * KIB, 1, Duration.ZERO));
    try (var follower = follow(feed, 0)) {
      house.hall.store.breakDown();
      for (int i = 0; i < 10; i++) {
        assertThrows(RuntimeException.class, () -> follower.next(Duration.ZERO));
      }
      house.hall.store.repair();
      assertEquals(fromTo(1, 4), numbers(follower.next(Duration.ZERO)));
    }
  }

  @Test
  void I7_what_followers_that_keep_up_are_told_at_a_time_is_bounded_as_well() throws Exception {
    JournalFeed<JournalEntry> feed = feed(ROOM_FOR_FOUR);
    try (var follower = follow(feed, 0)) {
      happens(10, LARGE);
      feed.round();
      List<Long> all = new ArrayList<>();
      while (follower.told() < 20) {
        News<JournalEntry> news = follower.next(Duration.ZERO);
        assertTrue(weight(news) <= 64 * KIB);
        all.addAll(numbers(news));
      }
      assertEquals(fromTo(1, 20), all);
    }
  }
}
