package dev.holdfast.domain.feed;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.Portion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The journals of the events that somebody follows, read once for all their followers. A follower
 * is told every entry after the one it names, in order, once; one that falls behind what is kept is
 * cut off and may come again.
 *
 * @param <T> what followers are told of an entry
 */
public final class JournalFeed<T> implements AutoCloseable {
  /** How often the journals are to be looked at. */
  public static final Duration EVERY = Duration.ofMillis(100);

  /** Most entries read, and told, at a time. */
  static final int PAGE = 500;

  private static final int HEADS = 1_000;

  private final JournalPort journal;
  private final Rendering<T> rendering;
  private final FeedLimits limits;
  private final AtomicLong budget = new AtomicLong();
  private final PageRoom room;

  /** Guarded by itself. */
  private final Map<EventId, Tail<T>> tails = new HashMap<>();

  private int followers;
  private boolean closed;

  /** A feed of journals. */
  public JournalFeed(JournalPort journal, Rendering<T> rendering, FeedLimits limits) {
    this.journal = journal;
    this.rendering = rendering;
    this.limits = limits;
    this.room = new PageRoom(limits.pages());
  }

  /**
   * Follows an event.
   *
   * @param after the first entry told is the one after this sequence number
   * @return empty when there is no room for another event or follower, when there is no such event,
   *     or when the feed is closed
   */
  public Optional<Follower> follow(EventId event, long after) {
    Optional<Tail<T>> joined = join(event, null);
    if (joined.isEmpty()) {
      // Asked outside the lock: the store may take its time.
      Long head = journal.heads(Set.of(event)).get(event);
      joined = head == null ? Optional.empty() : join(event, head);
    }
    return joined.map(tail -> new Follower(event, tail, after));
  }

  private Optional<Tail<T>> join(EventId event, @Nullable Long head) {
    synchronized (tails) {
      if (followers >= limits.followers()) {
        return Optional.empty();
      }
      Tail<T> tail = tails.get(event);
      if (tail == null && head != null && !closed && tails.size() < limits.events()) {
        tail = new Tail<>(head, limits, budget);
        tails.put(event, tail);
      }
      if (tail != null) {
        tail.join();
        followers++;
      }
      return Optional.ofNullable(tail);
    }
  }

  /** Looks once at every journal that is followed. Not to be called by several threads at once. */
  public void round() {
    List<EventId> events;
    synchronized (tails) {
      events = new ArrayList<>(tails.keySet());
    }
    for (int from = 0; from < events.size(); from += HEADS) {
      read(new HashSet<>(events.subList(from, Math.min(events.size(), from + HEADS))));
    }
  }

  private void read(Set<EventId> events) {
    Map<EventId, Long> heads = journal.heads(events);
    for (EventId event : events) {
      Tail<T> tail;
      synchronized (tails) {
        tail = tails.get(event);
      }
      if (tail == null) {
        continue;
      }
      Long head = heads.get(event);
      if (head == null || !readOn(event, tail, head)) {
        drop(event, tail);
      }
    }
  }

  /**
   * Reads on in one event.
   *
   * @return false when its followers cannot be told any more, or are gone; the others can
   */
  private boolean readOn(EventId event, Tail<T> tail, long head) {
    boolean more = tail.last() < head;
    while (more) {
      List<JournalEntry> entries = journal.journal(event, tail.last(), Portion.of(PAGE)).entries();
      try {
        for (JournalEntry entry : entries) {
          T rendered = rendering.of(entry);
          if (!tail.append(entry.seq(), rendered, rendering.weight(rendered))) {
            return false;
          }
        }
      } catch (RuntimeException e) {
        // An entry that cannot be put into words is no trouble of those who follow other events.
        return false;
      }
      more = !entries.isEmpty() && tail.last() < head;
    }
    return true;
  }

  private void drop(EventId event, Tail<T> tail) {
    synchronized (tails) {
      tails.remove(event, tail);
    }
    tail.end();
  }

  /** Events followed now. */
  public int events() {
    synchronized (tails) {
      return tails.size();
    }
  }

  /** Ends every follower. */
  @Override
  public void close() {
    List<Tail<T>> all;
    synchronized (tails) {
      closed = true;
      all = new ArrayList<>(tails.values());
      tails.clear();
    }
    all.forEach(Tail::end);
  }

  /** One reader. For one thread. */
  public final class Follower implements AutoCloseable {
    private final EventId event;
    private final Tail<T> tail;
    private long told;
    private boolean caughtUp;
    private boolean left;
    private PageRoom.@Nullable Page page;

    private Follower(EventId event, Tail<T> tail, long after) {
      this.event = event;
      this.tail = tail;
      this.told = after;
    }

    /**
     * What comes next; waits for it. Whoever asks is done with what it was told before.
     *
     * @param patience how long at most, for a follower that has been told everything
     */
    public News<T> next(Duration patience) throws InterruptedException {
      forget();
      if (!caughtUp && !tail.reachesBack(told)) {
        return page();
      }
      caughtUp = true;
      return remember(tail.after(told, PAGE, patience));
    }

    private void forget() {
      PageRoom.Page before = page;
      page = null;
      if (before != null) {
        before.close();
      }
    }

    /** From the journal itself: only for those who come from far behind. */
    private News<T> page() throws InterruptedException {
      PageRoom.Page next = room.take();
      page = next;
      return next == null || !next.begin() ? new News.End<>() : read(next);
    }

    private News<T> read(PageRoom.Page next) {
      List<T> rendered = new ArrayList<>();
      int most = limits.pages().weight();
      long heavy = 0;
      long last = told;
      try {
        for (JournalEntry entry : journal.journal(event, told, new Portion(PAGE, most)).entries()) {
          T each = rendering.of(entry);
          rendered.add(each);
          last = entry.seq();
          heavy += rendering.weight(each);
          if (heavy >= most) {
            break;
          }
        }
      } finally {
        next.end(heavy);
      }
      return rendered.isEmpty() ? new News.End<>() : remember(new News.Entries<>(rendered, last));
    }

    private News<T> remember(News<T> news) {
      if (news instanceof News.Entries<T>(var _, long last)) {
        told = last;
      }
      return news;
    }

    /** The sequence number of the last entry told. */
    public long told() {
      return told;
    }

    @Override
    public void close() {
      forget();
      if (left) {
        return;
      }
      left = true;
      synchronized (tails) {
        followers--;
        if (tail.leave()) {
          tails.remove(event, tail);
          tail.end();
        }
      }
    }
  }
}
