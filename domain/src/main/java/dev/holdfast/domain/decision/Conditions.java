package dev.holdfast.domain.decision;

import java.util.Optional;
import java.util.Set;

/**
 * What an object has to be for a change to go ahead (seats.io dialect, section 15.4).
 *
 * @param allowed words of the states that it may be in; empty: any
 * @param rejected words of the states that it may not be in
 */
public record Conditions(Optional<Set<String>> allowed, Set<String> rejected) {
  /** Whatever it is. */
  public static final Conditions NONE = new Conditions(Optional.empty(), Set.of());

  public Conditions {
    allowed = allowed.map(Set::copyOf);
    rejected = Set.copyOf(rejected);
  }

  /** Whether an object in a state of this word may change. */
  boolean admit(String word) {
    return allowed.map(words -> words.contains(word)).orElse(true) && !rejected.contains(word);
  }
}
