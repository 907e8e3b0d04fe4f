package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.TokensWrapper;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stores of tokens that forget something. */
final class FlawedTokens {
  private FlawedTokens() {}

  /** One of three events is missed, whatever the token holds in it. */
  static HoldTokenPort missingAnEvent(HoldTokenPort sound) {
    return new TokensWrapper(sound) {
      @Override
      public List<EventId> events(
          WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
        return super.events(workspace, token, except, limit).stream()
            .filter(each -> each.value() % 3 != 0)
            .toList();
      }
    };
  }

  /** Nobody hears of tokens whose holds were not all ended. */
  static HoldTokenPort forgettingTheEnded(HoldTokenPort sound) {
    return new TokensWrapper(sound) {
      @Override
      public List<Ended> ended(Duration age, int limit) {
        return List.of();
      }
    };
  }

  /** A token is looked up without its workspace. */
  static HoldTokenPort withoutWorkspace(HoldTokenPort sound, EventId strangers) {
    return new TokensWrapper(sound) {
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
