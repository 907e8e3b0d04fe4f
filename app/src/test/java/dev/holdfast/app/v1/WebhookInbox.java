package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.WebhookReceiver.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** What came to one URL, in the order in which it came. */
public final class WebhookInbox {

  /** Longer than all attempts of a delivery take with waits of a second between them. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String url;
  private final List<Attempt> attempts = new ArrayList<>();
  private volatile Function<Attempt, Reply> answers = _ -> WebhookReceiver.status(204);

  WebhookInbox(String url) {
    this.url = url;
  }

  public String url() {
    return url;
  }

  public WebhookInbox answering(Reply reply) {
    return answeringEach(_ -> reply);
  }

  /** Asked for each attempt, itself already among those received. */
  public WebhookInbox answeringEach(Function<Attempt, Reply> replies) {
    this.answers = replies;
    return this;
  }

  /** These statuses one after the other for each payload; the last one from then on. */
  public WebhookInbox answeringInTurn(int... statuses) {
    return answeringEach(attempt -> {
      int turn = Math.min(attemptsAt(attempt.id()).size(), statuses.length);
      return WebhookReceiver.status(statuses[turn - 1]);
    });
  }

  public Reply receive(Attempt attempt) {
    synchronized (attempts) {
      attempts.add(attempt);
    }
    return answers.apply(attempt);
  }

  public List<Attempt> attempts() {
    synchronized (attempts) {
      return List.copyOf(attempts);
    }
  }

  public List<Attempt> attemptsAt(String id) {
    return attempts().stream().filter(attempt -> attempt.id().equals(id)).toList();
  }

  public List<Attempt> attemptsFor(String label) {
    return attempts().stream().filter(attempt -> attempt.label().equals(label)).toList();
  }

  /** The first attempt of every payload. */
  public List<Attempt> first() {
    Map<String, Attempt> byId = new LinkedHashMap<>();
    attempts().forEach(attempt -> byId.putIfAbsent(attempt.id(), attempt));
    return List.copyOf(byId.values());
  }

  /** What was told of one object, first attempts only. */
  public List<String> told(String label) {
    return first().stream()
        .filter(attempt -> attempt.label().equals(label))
        .map(Attempt::event)
        .toList();
  }

  /** What was told of whatever object, as {@code event label}, sorted. */
  public List<String> told() {
    return first().stream().map(one -> one.event() + " " + one.label()).sorted().toList();
  }

  public List<JsonNode> data(String event) {
    return first().stream().filter(one -> one.event().equals(event)).map(Attempt::data).toList();
  }

  /** Waits until the last thing told of the object is this; its first attempt. */
  public Attempt await(String event, String label) {
    await(
        event + " of " + label,
        () -> {
          List<String> told = told(label);
          return !told.isEmpty() && told.getLast().equals(event);
        });
    return first().stream()
        .filter(one -> one.label().equals(label) && one.event().equals(event))
        .toList()
        .getLast();
  }

  /** Waits for so many attempts to tell of the object. */
  public List<Attempt> awaitAttempts(String label, int count) {
    await(count + " attempts for " + label, () -> attemptsFor(label).size() >= count);
    return attemptsFor(label);
  }

  public void await(String what, BooleanSupplier condition) {
    try {
      Eventually.within(PATIENCE, what, condition);
    } catch (AssertionError e) {
      List<String> came = attempts().stream().map(a -> a.event() + " " + a.label()).toList();
      throw new AssertionError(e.getMessage() + "; what came: " + came, e);
    }
  }
}
