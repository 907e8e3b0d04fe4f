package dev.holdfast.domain.simulation;

import dev.holdfast.domain.port.IdSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Names that are the same in every run of a seed. */
record CountedIds(Supplier<UUID> next) implements IdSource {
  @Override
  public UUID uuid() {
    return next.get();
  }

  @Override
  public String text(int characters) {
    throw new UnsupportedOperationException("nobody asks for it here");
  }
}
