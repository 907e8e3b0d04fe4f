package dev.holdfast.domain.decision;

import java.util.Optional;

/**
 * What of an event a seller has to sell, by the layout and by the event's rules, whether it is free
 * or not. Its answers do not change while a command is decided.
 */
@FunctionalInterface
public interface Allotment {
  /**
   * The object that is sold under a label, and what of it is this seller's; empty when nothing is
   * sold under it.
   *
   * @param places how many of an area are wanted, at least 1; of a seat it does not matter
   * @return with nothing to hang on it
   */
  Optional<Target> find(String label, int places);
}
