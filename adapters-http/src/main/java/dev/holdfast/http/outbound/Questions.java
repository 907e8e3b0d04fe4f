package dev.holdfast.http.outbound;

import dev.holdfast.domain.workspace.WorkspaceId;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Which names are asked for, and which are next. There is one question at a time for a name, and
 * all who wait for one share it: never an answer that was known before they came, since every
 * attempt has to be checked anew.
 *
 * <p>A workspace has at most a quarter of the questions, and at most half as many as there is room
 * for others: names of its own that nobody answers for keep nobody else from asking.
 *
 * <p>To be used by one thread at a time.
 */
final class Questions {
  /** How old a question may be that one still joins. */
  static final Duration YOUNG = Duration.ofSeconds(1);

  /** Most that wait: one for each delivery that a node may have under way. */
  static final int MOST_WAITING = 2_048;

  private static final int MOST_OF_ONE = 4;

  /** A question under way, and whose share it takes. */
  record Question(
      String name, WorkspaceId owner, long since, CompletableFuture<List<InetAddress>> answer) {}

  /** Somebody who wants to know; no two are the same. */
  static final class Waiting {
    /** Told the question when it is under way. */
    final CompletableFuture<Question> begun = new CompletableFuture<>();

    private final WorkspaceId owner;

    Waiting(WorkspaceId owner) {
      this.owner = owner;
    }
  }

  private final int atOnce;
  private final LongSupplier nanos;
  private final Map<String, List<Waiting>> waiting = new LinkedHashMap<>();
  private final Map<String, Question> underWay = new HashMap<>();
  private int waiters;

  Questions(int atOnce, LongSupplier nanos) {
    this.atOnce = atOnce;
    this.nanos = nanos;
  }

  /**
   * Somebody wants to know.
   *
   * @throws NotAsked when too many wait
   */
  void want(String name, Waiting somebody) throws NotAsked {
    Question question = underWay.get(name);
    if (question != null && nanos.getAsLong() - question.since < YOUNG.toNanos()) {
      somebody.begun.complete(question);
      return;
    }
    if (waiters >= MOST_WAITING) {
      throw new NotAsked();
    }
    waiting.computeIfAbsent(name, _ -> new ArrayList<>()).add(somebody);
    waiters++;
  }

  /** Somebody does not wait any more, or never did. */
  void forget(String name, Waiting somebody) {
    List<Waiting> all = waiting.getOrDefault(name, List.of());
    if (!all.isEmpty() && all.remove(somebody)) {
      waiters--;
      if (all.isEmpty()) {
        waiting.remove(name);
      }
    }
  }

  int waiting() {
    return waiters;
  }

  boolean isUnderWay(String name) {
    return underWay.containsKey(name);
  }

  /** What may begin now, under way from now on. Who has waited longest is first. */
  List<Question> begin() {
    List<Question> begun = new ArrayList<>();
    Iterator<Map.Entry<String, List<Waiting>>> names = waiting.entrySet().iterator();
    while (names.hasNext() && underWay.size() < atOnce) {
      Map.Entry<String, List<Waiting>> next = names.next();
      List<Waiting> all = next.getValue();
      Optional<WorkspaceId> owner =
          all.stream().map(each -> each.owner).filter(this::hasRoom).findFirst();
      if (owner.isPresent() && !isUnderWay(next.getKey())) {
        names.remove();
        waiters -= all.size();
        begun.add(begin(next.getKey(), owner.get(), all));
      }
    }
    return begun;
  }

  private Question begin(String name, WorkspaceId owner, List<Waiting> all) {
    Question question = new Question(name, owner, nanos.getAsLong(), new CompletableFuture<>());
    underWay.put(name, question);
    all.forEach(each -> each.begun.complete(question));
    return question;
  }

  private boolean hasRoom(WorkspaceId owner) {
    long its = underWay.values().stream().filter(each -> each.owner.equals(owner)).count();
    int others = (atOnce - underWay.size()) / 2;
    return its < Math.min(Math.max(1, atOnce / MOST_OF_ONE), Math.max(1, others));
  }

  void end(Question question) {
    underWay.remove(question.name, question);
  }
}
