package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stores of tokens that forget something. */
final class FlawedTokens {
  private FlawedTokens() {}

  /** Hands every question on. */
  private static class Wrapper implements HoldTokenPort {
    private final HoldTokenPort tokens;

    Wrapper(HoldTokenPort tokens) {
      this.tokens = tokens;
    }

    @Override
    public boolean end(WorkspaceId workspace, HoldToken token) {
      return tokens.end(workspace, token);
    }

    @Override
    public List<EventId> events(
        WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
      return tokens.events(workspace, token, except, limit);
    }

    @Override
    public List<Ended> ended(Duration age, int limit) {
      return tokens.ended(age, limit);
    }

    @Override
    public void settled(WorkspaceId workspace, HoldToken token) {
      tokens.settled(workspace, token);
    }
  }

  /** Of several events in which a token holds something the last is missed. */
  static HoldTokenPort missingAnEvent(HoldTokenPort sound) {
    return new Wrapper(sound) {
      @Override
      public List<EventId> events(
          WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
        List<EventId> all = super.events(workspace, token, Set.of(), limit);
        List<EventId> seen = all.size() > 1 ? all.subList(0, all.size() - 1) : all;
        return seen.stream().filter(each -> !except.contains(each)).toList();
      }
    };
  }

  /** Nobody hears of tokens whose holds were not all ended. */
  static HoldTokenPort forgettingTheEnded(HoldTokenPort sound) {
    return new Wrapper(sound) {
      @Override
      public List<Ended> ended(Duration age, int limit) {
        return List.of();
      }
    };
  }

  /** A token is looked up without its workspace. */
  static HoldTokenPort withoutWorkspace(HoldTokenPort sound, EventId strangers) {
    return new Wrapper(sound) {
      @Override
      public List<EventId> events(
          WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
        List<EventId> events = new ArrayList<>(super.events(workspace, token, except, limit));
        if (token.value().equals(Wishes.TOKENS.getFirst()) && !except.contains(strangers)) {
          events.add(strangers);
        }
        return events;
      }
    };
  }
}
