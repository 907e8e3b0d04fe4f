package dev.holdfast.domain.simulation;

import dev.holdfast.domain.decision.Book;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import java.util.ArrayDeque;
import java.util.Deque;

/** The commands that were handed in to writers last, for bugs that concern one kind of them. */
final class HandedIn {
  /** More than wait at a time. */
  private static final int REMEMBERED = 20;

  private final Deque<Command<?>> last = new ArrayDeque<>();

  void add(Command<?> command) {
    last.addLast(command);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
  }

  boolean isToBook(EventId event, HoldToken token, String object) {
    return last.stream()
        .anyMatch(each ->
            each instanceof Book book
                && book.event().equals(event)
                && book.token().equals(token)
                && book.objects().contains(object));
  }
}
