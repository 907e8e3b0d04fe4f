package dev.holdfast.app.locks;

import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatLockProvider;
import java.util.Map;

/** Found through {@code META-INF/services}; chosen by {@code HOLDFAST_LOCKS=toy}. */
public final class ToySeatLockProvider implements SeatLockProvider {
  @Override
  public String name() {
    return "toy";
  }

  @Override
  public SeatLockPort open(Map<String, String> environment) {
    String address = environment.get("TOY_ADDRESS");
    if (address == null) {
      throw new IllegalArgumentException("TOY_ADDRESS is missing: host:port of the toy server");
    }
    return new ToySeatLocks(ToyLockServer.at(address));
  }
}
