package dev.holdfast.app.chaos;

import dev.holdfast.redis.RedisServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One Redis server, reached by each node over a relay of its own. */
final class SingleRedis implements GateHouse {
  private final RedisServer server = RedisServer.startProcess();
  private final List<Relay> relays = new ArrayList<>();

  SingleRedis() {
    int port = URI.create(server.url()).getPort();
    for (int node = 0; node < Schedule.NODES; node++) {
      relays.add(new Relay(port));
    }
  }

  @Override
  public String url(int node) {
    return "redis://127.0.0.1:" + relays.get(node).port();
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public void restart() {
    server.restart();
  }

  @Override
  public void freeze() {
    server.pause();
  }

  @Override
  public void thaw() {
    server.resume();
  }

  @Override
  public void flush() {
    server.flush();
  }

  @Override
  public List<Relay> relays(int node) {
    return node == Fault.EVERY ? relays : List.of(relays.get(node));
  }

  @Override
  public void failOver() {
    throw new UnsupportedOperationException("one server has no replica");
  }

  @Override
  public void heal() {
    throw new UnsupportedOperationException("one server has no replica");
  }

  @Override
  public void close() {
    relays.forEach(Relay::close);
    server.close();
  }
}
