package dev.holdfast.http.outbound;

import static dev.holdfast.http.outbound.Senders.EVER;
import static dev.holdfast.http.outbound.Senders.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.workspace.WorkspaceId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody's name servers keep anybody else from asking. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TimedLookupTest {
  private static final int AT_ONCE = 16;
  private static final Duration SHORT = Duration.ofMillis(300);

  private final NameServers servers = new NameServers();
  private final AtomicLong clock = new AtomicLong();
  private final TimedLookup lookup = new TimedLookup(servers, AT_ONCE, clock::get);
  private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    servers.answerAll();
    attempts.shutdownNow();
    lookup.close();
  }

  private List<InetAddress> find(WorkspaceId owner, String name, Duration patience)
      throws UnknownHostException, UnusableUrl, NotAsked {
    return lookup.addresses(Host.read(name), owner, patience);
  }

  private Future<List<InetAddress>> attempt(WorkspaceId owner, String name) {
    Callable<List<InetAddress>> attempt = () -> find(owner, name, EVER);
    return attempts.submit(attempt);
  }

  /** An attempt whose end does not matter. */
  private void begin(WorkspaceId owner, String name) {
    attempts.execute(() -> {
      try {
        find(owner, name, EVER);
      } catch (UnknownHostException | UnusableUrl | NotAsked e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static WorkspaceId workspace(long number) {
    return new WorkspaceId(number);
  }

  @Test
  void names_of_one_workspace_that_nobody_answers_for_leave_threads_to_others() throws Exception {
    for (int name = 0; name < 10 * AT_ONCE; name++) {
      begin(OWNER, "silent-" + name + ".example");
    }
    servers.awaitUnanswered(AT_ONCE / 4);

    assertEquals(NameServers.SOMEWHERE, find(workspace(2), "good.example", EVER));
    assertEquals(AT_ONCE / 4, servers.unanswered());
  }

  @Test
  void names_of_many_workspaces_that_nobody_answers_for_leave_threads_to_one_more()
      throws Exception {
    for (long owner = 2; owner <= 6; owner++) {
      for (int name = 0; name < AT_ONCE; name++) {
        begin(workspace(owner), "silent-" + owner + "-" + name + ".example");
      }
    }
    servers.awaitUnanswered(5);

    assertEquals(NameServers.SOMEWHERE, find(OWNER, "good.example", EVER));
  }

  @Test
  void a_name_that_waits_for_a_thread_is_asked_for_when_one_is_free() throws Exception {
    List<Future<List<InetAddress>>> all = new ArrayList<>();
    for (int name = 0; name < 3 * AT_ONCE; name++) {
      all.add(attempt(OWNER, "silent-" + name + ".example"));
    }
    servers.awaitUnanswered(AT_ONCE / 4);
    servers.answerAll();
    for (Future<List<InetAddress>> each : all) {
      assertEquals(NameServers.SOMEWHERE, each.get());
    }
  }

  @Test
  void for_want_of_a_thread_nobody_was_asked() throws Exception {
    for (int name = 0; name < AT_ONCE / 4; name++) {
      begin(OWNER, "silent-" + name + ".example");
    }
    servers.awaitUnanswered(AT_ONCE / 4);

    assertThrows(NotAsked.class, () -> find(OWNER, "silent-too.example", SHORT));
    assertEquals(0, servers.asked("silent-too.example"));
  }

  @Test
  void a_name_whose_own_servers_are_silent_is_unknown_and_not_for_want_of_a_thread()
      throws Exception {
    begin(OWNER, "silent.example");
    servers.awaitUnanswered(1);

    assertThrows(UnknownHostException.class, () -> find(OWNER, "silent.example", SHORT));
    clock.addAndGet(Questions.YOUNG.toNanos());
    assertThrows(UnknownHostException.class, () -> find(OWNER, "silent.example", SHORT));
    assertEquals(1, servers.asked("silent.example"));
  }

  @Test
  void a_name_is_asked_for_once_at_a_time_whoever_wants_to_know() throws Exception {
    List<Future<List<InetAddress>>> all = new ArrayList<>();
    for (int owner = 1; owner <= AT_ONCE; owner++) {
      all.add(attempt(workspace(owner), "silent.example"));
    }
    servers.awaitUnanswered(1);
    assertEquals(NameServers.SOMEWHERE, find(OWNER, "good.example", EVER));
    assertEquals(1, servers.asked("silent.example"));
    servers.answerAll();
    for (Future<List<InetAddress>> each : all) {
      assertEquals(NameServers.SOMEWHERE, each.get());
    }
  }

  @Test
  void what_was_answered_is_asked_for_again() throws Exception {
    for (int times = 1; times <= 3; times++) {
      assertEquals(NameServers.SOMEWHERE, find(OWNER, "good.example", EVER));
      assertEquals(times, servers.asked("good.example"));
    }
  }

  @Test
  void nobody_is_given_the_answer_to_a_question_older_than_the_bound() throws Exception {
    Future<List<InetAddress>> early = attempt(OWNER, "silent.example");
    servers.awaitUnanswered(1);
    clock.addAndGet(Questions.YOUNG.toNanos());
    Future<List<InetAddress>> late = attempt(OWNER, "silent.example");
    while (lookup.waiting() < 1) {
      Thread.onSpinWait();
    }
    servers.leadElsewhere("silent.example");
    servers.answerAll();
    assertEquals(NameServers.SOMEWHERE, early.get());
    assertEquals(NameServers.ELSEWHERE, late.get());
    assertEquals(2, servers.asked("silent.example"));
  }

  @Test
  void a_name_without_an_address_is_unknown() {
    servers.leadNowhere("lost.example");
    assertThrows(UnknownHostException.class, () -> find(OWNER, "lost.example", EVER));
  }
}
