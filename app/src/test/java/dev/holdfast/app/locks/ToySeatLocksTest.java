package dev.holdfast.app.locks;

import dev.holdfast.domain.contract.SeatLockContract;
import dev.holdfast.domain.port.SeatLockPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

final class ToySeatLocksTest extends SeatLockContract {
  private final String address = "toy-" + UUID.randomUUID() + ":1";
  private final ToyLockServer server = ToyLockServer.at(address);

  @Override
  public SeatLockPort open() {
    return new ToySeatLockProvider().open(Map.of("TOY_ADDRESS", address));
  }

  @Override
  public void pass(Duration time) {
    server.pass(time);
  }

  @Override
  public Duration moment() {
    return Duration.ofSeconds(2);
  }

  @Override
  public int entries() {
    try {
      return server.atomically(Map::size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void breakBackend() {
    server.setReachable(false);
  }

  @Override
  public void repairBackend() {
    server.setReachable(true);
  }
}
