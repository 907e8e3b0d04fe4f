package dev.holdfast.domain.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.reservation.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class JournalFeedTest {
  /** Followers are told the numbers alone. */
  private static final Rendering<Long> NUMBERS =
      new Rendering<>() {
        @Override
        public Long of(JournalEntry entry) {
          return entry.seq();
        }

        @Override
        public int weight(Long rendered) {
          return 10;
        }
      };

  private final House house = House.open();
  private final EventId friday = house.friday.id();
  private final CountedJournal journal = new CountedJournal(house.hall.ledger);
  private final JournalFeed<Long> feed = feed(FeedLimits.STANDARD);

  private JournalFeed<Long> feed(FeedLimits limits) {
    return new JournalFeed<>(journal, NUMBERS, limits);
  }

  private JournalFeed<Long>.Follower follow(JournalFeed<Long> feed, long after) {
    return feed.follow(friday, after).orElseThrow();
  }

  /** Two entries of the journal. */
  private void somethingHappens() {
    house.hold("ada", "A-1");
    house.free("A-1");
  }

  private void happens(int times) {
    for (int time = 0; time < times; time++) {
      somethingHappens();
    }
  }

  private static List<Long> fromTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private long head() {
    return house.hall.ledger.heads(Set.of(friday)).getOrDefault(friday, 0L);
  }

  /** Everything that there is to be told without waiting. */
  private static List<Long> told(JournalFeed<Long>.Follower follower) throws InterruptedException {
    List<Long> told = new ArrayList<>();
    while (follower.next(Duration.ZERO) instanceof News.Entries<Long>(var some, long last)) {
      told.addAll(some);
      assertEquals(told.getLast(), last);
      assertEquals(last, follower.told());
    }
    return told;
  }

  private static List<Long> entries(News<Long> news) {
    return news instanceof News.Entries<Long>(List<Long> some, long _) ? some : List.of();
  }

  @Test
  void I7_a_follower_is_told_what_happens_after_it_came_in_order_and_once() throws Exception {
    somethingHappens();
    try (var follower = follow(feed, 2)) {
      assertInstanceOf(News.Silence.class, follower.next(Duration.ZERO));
      happens(2);
      feed.round();
      assertEquals(fromTo(3, 6), told(follower));
      feed.round();
      assertEquals(List.of(), told(follower));
    }
  }

  @Test
  void I7_a_follower_from_far_behind_is_told_everything_in_between() throws Exception {
    happens(JournalFeed.PAGE);
    try (var follower = follow(feed, 3)) {
      somethingHappens();
      feed.round();
      assertEquals(fromTo(4, 2 * JournalFeed.PAGE + 2), told(follower));
    }
  }

  @Test
  void many_followers_cost_one_read() throws Exception {
    List<JournalFeed<Long>.Follower> followers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      followers.add(follow(feed, 0));
    }
    somethingHappens();
    journal.reads.set(0);
    journal.looks.set(0);
    feed.round();
    for (var follower : followers) {
      assertEquals(fromTo(1, 2), told(follower));
      follower.close();
    }
    assertEquals(1, journal.reads.get());
    assertEquals(1, journal.looks.get());
  }

  @Test
  void an_event_that_nobody_follows_any_more_is_not_read() {
    var one = follow(feed, 0);
    var two = follow(feed, 0);
    one.close();
    one.close();
    assertEquals(1, feed.events());
    two.close();
    assertEquals(0, feed.events());
    journal.looks.set(0);
    feed.round();
    assertEquals(0, journal.looks.get());
  }

  @Test
  void a_follower_that_falls_behind_what_is_kept_is_cut_off_and_may_come_again() throws Exception {
    JournalFeed<Long> small = feed(new FeedLimits(10, 10, 4, 1_000, PageLimits.STANDARD));
    try (var slow = follow(small, 0)) {
      somethingHappens();
      small.round();
      assertEquals(fromTo(1, 2), told(slow));
      happens(3);
      small.round();
      assertInstanceOf(News.End.class, slow.next(Duration.ZERO));
      try (var again = follow(small, slow.told())) {
        assertEquals(fromTo(3, 8), told(again));
      }
    }
  }

  @Test
  void what_is_kept_of_one_event_is_an_eighth_of_what_is_kept_of_all() throws Exception {
    JournalFeed<Long> small = feed(new FeedLimits(10, 10, 100, 8 * 30, PageLimits.STANDARD));
    EventId saturday = house.hall.event("evt_saturday").id();
    try (var other = small.follow(saturday, 0).orElseThrow();
        var follower = follow(small, 0)) {
      assertEquals(List.of(), told(other));
      assertEquals(List.of(), told(follower));
      happens(2);
      small.round();
      assertInstanceOf(News.End.class, follower.next(Duration.ZERO));
      try (var newer = follow(small, 1)) {
        assertEquals(fromTo(2, 4), told(newer));
      }
    }
  }

  @Test
  void what_is_read_for_followers_that_left_meanwhile_takes_no_room() throws Exception {
    List<Runnable> whileReading = new ArrayList<>();
    JournalFeed<Long> small =
        new JournalFeed<>(
            journal,
            new Rendering<>() {
              @Override
              public Long of(JournalEntry entry) {
                whileReading.forEach(Runnable::run);
                whileReading.clear();
                return entry.seq();
              }

              @Override
              public int weight(Long rendered) {
                return 10;
              }
            },
            new FeedLimits(10, 10, 100, 8 * 30, PageLimits.STANDARD));
    for (int time = 0; time < 20; time++) {
      var leaving = follow(small, head());
      somethingHappens();
      whileReading.add(leaving::close);
      small.round();
    }
    long head = head();
    try (var follower = follow(small, head)) {
      happens(1);
      small.round();
      assertEquals(fromTo(head + 1, head + 2), told(follower));
    }
  }

  @Test
  void an_entry_that_cannot_be_told_ends_the_streams_of_its_event_alone() throws Exception {
    EventId saturday = house.hall.event("evt_saturday").id();
    JournalFeed<Long> feed =
        new JournalFeed<>(
            journal,
            new Rendering<>() {
              @Override
              public Long of(JournalEntry entry) {
                throw new IllegalStateException("planned");
              }

              @Override
              public int weight(Long rendered) {
                return 1;
              }
            },
            FeedLimits.STANDARD);
    try (var other = feed.follow(saturday, 0).orElseThrow();
        var follower = follow(feed, 0)) {
      somethingHappens();
      feed.round();
      assertInstanceOf(News.End.class, follower.next(Duration.ZERO));
      assertInstanceOf(News.Silence.class, other.next(Duration.ZERO));
    }
  }

  @Test
  void there_is_room_for_so_many_events_and_so_many_followers() {
    JournalFeed<Long> small = feed(new FeedLimits(1, 2, 100, 100, PageLimits.STANDARD));
    EventId saturday = house.hall.event("evt_saturday").id();
    try (var first = follow(small, 0)) {
      try (var second = follow(small, first.told())) {
        assertEquals(Optional.empty(), small.follow(friday, second.told()));
      }
      assertEquals(Optional.empty(), small.follow(saturday, 0));
      follow(small, 0).close();
    }
    small.follow(saturday, 0).orElseThrow().close();
  }

  @Test
  void an_event_that_does_not_exist_cannot_be_followed() {
    assertEquals(Optional.empty(), feed.follow(new EventId(Long.MAX_VALUE), 0));
    assertEquals(0, feed.events());
  }

  @Test
  void the_followers_of_a_deleted_event_are_told_the_end() throws Exception {
    try (var follower = follow(feed, 0)) {
      assertTrue(house.hall.catalog.deleteEvent(house.hall.workspace, house.friday.key()));
      feed.round();
      assertInstanceOf(News.End.class, follower.next(Duration.ofMinutes(1)));
      assertEquals(0, feed.events());
    }
  }

  @Test
  void a_follower_that_waits_is_woken_by_news_and_by_the_end() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        var follower = follow(feed, 0)) {
      Future<News<Long>> next = threads.submit(() -> follower.next(Duration.ofMinutes(1)));
      somethingHappens();
      feed.round();
      // Woken by the first entry it may be told that one alone, and the other right after.
      List<Long> all = new ArrayList<>(entries(next.get()));
      all.addAll(told(follower));
      assertEquals(fromTo(1, 2), all);
      Future<News<Long>> last = threads.submit(() -> follower.next(Duration.ofMinutes(1)));
      feed.close();
      assertInstanceOf(News.End.class, last.get());
      assertEquals(Optional.empty(), feed.follow(friday, 0));
    }
  }

  @Test
  void trouble_with_the_journal_loses_nothing() throws Exception {
    try (var follower = follow(feed, 0)) {
      somethingHappens();
      house.hall.store.breakDown();
      assertThrows(RuntimeException.class, feed::round);
      house.hall.store.repair();
      assertInstanceOf(News.Silence.class, follower.next(Duration.ZERO));
      feed.round();
      assertEquals(fromTo(1, 2), told(follower));
    }
  }
}
