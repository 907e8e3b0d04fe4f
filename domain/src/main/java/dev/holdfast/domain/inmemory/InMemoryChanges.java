package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import java.util.List;
import java.util.function.Predicate;

/** The changes of status in a journal, sorted, and cut where somebody asks. */
final class InMemoryChanges {
  private final List<JournalEntry> journal;
  private final ChangeList list;
  private final List<JournalEntry> sorted;

  InMemoryChanges(List<JournalEntry> journal, ChangeList list) {
    this.journal = journal;
    this.list = list;
    this.sorted = journal.stream().filter(list::lists).sorted(list.comparator()).toList();
  }

  Slice<JournalEntry> slice(Beside beside, Portion portion) {
    return switch (beside) {
      case Beside.Beginning() -> from(0, portion);
      case Beside.After(long id) -> from(first(each -> compare(each, id) > 0), portion);
      case Beside.Before(long id) -> upTo(first(each -> compare(each, id) >= 0), portion);
    };
  }

  private int first(Predicate<JournalEntry> stands) {
    int at = 0;
    while (at < sorted.size() && !stands.test(sorted.get(at))) {
      at++;
    }
    return at;
  }

  /** Where an entry stands beside the place of a number. */
  private int compare(JournalEntry entry, long id) {
    if (list.order().key() == ChangeList.Key.NUMBER) {
      return Long.compare(id, entry.seq());
    }
    return journal.stream()
        .filter(each -> each.seq() == id)
        .findFirst()
        .map(each -> list.comparator().compare(entry, each))
        .orElse(1);
  }

  private Slice<JournalEntry> from(int first, Portion portion) {
    JournalPart part = portion.of(sorted.subList(first, sorted.size()).stream());
    return new Slice<>(part.entries(), first > 0, part.more());
  }

  private Slice<JournalEntry> upTo(int end, Portion portion) {
    JournalPart part = portion.of(sorted.subList(0, end).reversed().stream());
    return new Slice<>(part.entries().reversed(), part.more(), end < sorted.size());
  }
}
