package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The store of tokens as one node reaches it. */
final class WeatheredTokens implements HoldTokenPort {
  private final HoldTokenPort tokens;
  private final World world;
  private final Node node;

  WeatheredTokens(HoldTokenPort tokens, World world, Node node) {
    this.tokens = tokens;
    this.world = world;
    this.node = node;
  }

  private <T> T ask(String name, Supplier<T> work) {
    return WeatheredLedger.ask(world, node, name, work);
  }

  @Override
  public Standing open(WorkspaceId workspace, HoldToken token, Duration life) {
    return WeatheredLedger.change(world, node, "open", () -> tokens.open(workspace, token, life));
  }

  @Override
  public Optional<Standing> find(WorkspaceId workspace, HoldToken token) {
    return ask("find", () -> tokens.find(workspace, token));
  }

  @Override
  public Optional<Standing> renew(WorkspaceId workspace, HoldToken token, Duration life) {
    return WeatheredLedger.change(world, node, "renew", () -> tokens.renew(workspace, token, life));
  }

  @Override
  public boolean end(WorkspaceId workspace, HoldToken token) {
    return WeatheredLedger.change(world, node, "end", () -> tokens.end(workspace, token));
  }

  @Override
  public List<EventId> events(
      WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
    return ask("events", () -> tokens.events(workspace, token, except, limit));
  }

  @Override
  public List<Ended> ended(Duration age, int limit) {
    return ask("ended", () -> tokens.ended(age, limit));
  }

  @Override
  public void settled(WorkspaceId workspace, HoldToken token) {
    ask(
        "settled",
        () -> {
          tokens.settled(workspace, token);
          return true;
        });
  }
}
