package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Real tokens, whose store is away for chosen questions. */
final class TroubledTokens implements HoldTokenPort {
  /** The questions of the port. */
  enum Question {
    OPEN,
    FIND,
    RENEW,
    END,
    EVENTS,
    ENDED,
    SETTLED
  }

  private final HoldTokenPort tokens;

  /** How many questions of a kind are still answered, where that is bounded. */
  private final Map<Question, Integer> answered = new EnumMap<>(Question.class);

  TroubledTokens(HoldTokenPort tokens) {
    this.tokens = tokens;
  }

  /** So many more questions of this kind are answered, and then none. */
  TroubledTokens failAfter(Question question, int answers) {
    answered.put(question, answers);
    return this;
  }

  /** From now on everything is answered. */
  void cure() {
    answered.clear();
  }

  private void ask(Question question) {
    if (answered.getOrDefault(question, 1) == 0) {
      throw new StoreFailure.Unavailable("planned", null);
    }
    answered.computeIfPresent(question, (_, left) -> left - 1);
  }

  @Override
  public Standing open(WorkspaceId workspace, HoldToken token, Duration life) {
    ask(Question.OPEN);
    return tokens.open(workspace, token, life);
  }

  @Override
  public Optional<Standing> find(WorkspaceId workspace, HoldToken token) {
    ask(Question.FIND);
    return tokens.find(workspace, token);
  }

  @Override
  public Optional<Standing> renew(WorkspaceId workspace, HoldToken token, Duration life) {
    ask(Question.RENEW);
    return tokens.renew(workspace, token, life);
  }

  @Override
  public boolean end(WorkspaceId workspace, HoldToken token) {
    ask(Question.END);
    return tokens.end(workspace, token);
  }

  @Override
  public List<EventId> events(
      WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
    ask(Question.EVENTS);
    return tokens.events(workspace, token, except, limit);
  }

  @Override
  public List<Ended> ended(Duration age, int limit) {
    ask(Question.ENDED);
    return tokens.ended(age, limit);
  }

  @Override
  public void settled(WorkspaceId workspace, HoldToken token) {
    ask(Question.SETTLED);
    tokens.settled(workspace, token);
  }
}
