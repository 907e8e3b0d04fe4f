package dev.holdfast.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockBounds;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;

/**
 * The gate on Redis or Valkey, one server or a cluster, for any number of application nodes.
 *
 * <p>A seat is a key with a life of its own by the server's clock; every rule is a script, so an
 * event's step is atomic. All keys of an event have one hash tag, so events spread over a cluster
 * and no step ever spans two nodes. Scripts may be run twice: clients repeat them.
 */
public final class RedisSeatLocks implements SeatLockPort {
  private static final LuaScript CLAIM = LuaScript.load("claim.lua");
  private static final LuaScript WITHDRAW = LuaScript.load("withdraw.lua");
  private static final LuaScript LEARN = LuaScript.load("learn.lua");

  private static final String POLICY = "maxmemory_policy:";

  private final RedisConnections connections;
  private final PatientCall patient;
  private final RedisSender sender;
  private final SeatEncoding encoding;
  private volatile boolean closed;

  /** Until a server says that it is too old for them. */
  private volatile boolean plainClaims = true;

  private RedisSeatLocks(RedisSettings settings) {
    connections = new RedisConnections(settings);
    Patience patience = new Patience(settings.patience());
    patient = new PatientCall(patience);
    sender =
        settings.isCluster()
            ? new SingleCalls(connections, patient)
            : new PipelinedCalls(connections, patience);
    encoding = new SeatEncoding(settings.prefix());
  }

  /** A gate on these servers. Connects when it is first used; see {@link #check()}. */
  public static RedisSeatLocks open(RedisSettings settings) {
    return new RedisSeatLocks(settings);
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    SeatLockBounds.checkClaim(token, labels, ttl);
    List<byte[]> keys = encoding.keys(event, labels);
    byte[] owner = SeatEncoding.fingerprint(token);
    if (labels.size() == 1) {
      Optional<ClaimAnswer> answer = claimFresh(labels, keys.getFirst(), owner, ttl);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    List<byte[]> arguments = List.of(owner, SeatEncoding.millis(ttl));
    return answer(
        labels,
        (List<?>) Objects.requireNonNull(send(new RedisCall.Script(CLAIM, keys, arguments))));
  }

  /**
   * What the script would do to a single seat that nobody knows of, or that is in the way: most
   * claims are of that kind, and a plain command costs the server a tenth of a script. Empty when
   * only the script can tell.
   */
  private Optional<ClaimAnswer> claimFresh(
      List<String> labels, byte[] key, byte[] owner, Duration ttl) {
    if (!plainClaims) {
      return Optional.empty();
    }
    byte[] entry = SeatEncoding.provisional(owner);
    try {
      Object before = send(new RedisCall.SetIfAbsent(key, entry, SeatEncoding.wholeMillis(ttl)));
      return before == null
          ? Optional.of(new ClaimAnswer.Passed())
          : SeatEncoding.blocked(labels.getFirst(), (byte[]) before, owner)
              .map(seat -> new ClaimAnswer.Blocked(List.of(seat)));
    } catch (GateUnavailable e) {
      if (!RedisTrouble.isNotUnderstood(e)) {
        throw e;
      }
      plainClaims = false;
      return Optional.empty();
    }
  }

  @Override
  public void withdraw(EventId event, HoldToken token, List<String> labels) {
    SeatLockBounds.checkOwn(token, labels);
    List<byte[]> arguments = List.of(SeatEncoding.fingerprint(token));
    send(new RedisCall.Script(WITHDRAW, encoding.keys(event, labels), arguments));
  }

  /** {@inheritDoc} Waits for the answer, so what was learned is there when this returns. */
  @Override
  public void learn(EventId event, List<SeatNews> news) {
    SeatLockBounds.checkNews(news);
    List<String> labels = news.stream().map(SeatNews::label).toList();
    send(new RedisCall.Script(LEARN, encoding.keys(event, labels), SeatEncoding.arguments(news)));
  }

  /**
   * {@inheritDoc} Writes a key that lapses at once: a server that loads, is full or is a replica
   * still answers a ping.
   */
  @Override
  public void check() {
    byte[] one = {'1'};
    bounded(() ->
        connections.call(client -> client.set(encoding.probe(), one, SetParams.setParams().px(1))));
  }

  /**
   * What the server evicts when its memory is full ({@code maxmemory-policy}); anything but {@code
   * noeviction} may take locks. That is safe, as losing a lock always is, yet worth a warning. Of a
   * cluster, one node is asked.
   *
   * @return empty when the server does not tell
   * @throws GateUnavailable when it does not answer
   */
  public Optional<String> evictionPolicy() {
    // INFO, because hosted servers and access lists seldom allow CONFIG.
    String info = bounded(() -> connections.info("memory"));
    return info.lines()
        .filter(line -> line.startsWith(POLICY))
        .map(line -> line.substring(POLICY.length()).strip())
        .findFirst();
  }

  /** Gives back connections; later calls throw {@link GateUnavailable}. */
  @Override
  public void close() {
    closed = true;
    sender.close();
    connections.close();
  }

  /** Connections that are in use at this moment, over all servers. */
  int activeConnections() {
    return connections.active();
  }

  private @Nullable Object send(RedisCall call) {
    requireOpen();
    return sender.send(call);
  }

  private <T> T bounded(Supplier<T> work) {
    requireOpen();
    return patient.run(work);
  }

  private void requireOpen() {
    if (closed) {
      throw new GateUnavailable("the gate is closed", null);
    }
  }

  private static ClaimAnswer answer(List<String> labels, List<?> reply) {
    List<BlockedSeat> blocked = new ArrayList<>();
    for (int i = 0; i < reply.size(); i += 3) {
      int place = Math.toIntExact((Long) reply.get(i));
      boolean taken = text(reply.get(i + 1)).equals("t");
      long version = Long.parseLong(text(reply.get(i + 2)));
      blocked.add(new BlockedSeat(labels.get(place), taken, version));
    }
    return blocked.isEmpty() ? new ClaimAnswer.Passed() : new ClaimAnswer.Blocked(blocked);
  }

  private static String text(Object reply) {
    return new String((byte[]) reply, UTF_8);
  }
}
