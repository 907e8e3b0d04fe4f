package dev.holdfast.http.outbound;

import dev.holdfast.domain.port.WebhookSenderPort;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Sends over the Internet. A name is looked up at every attempt, its addresses are checked, and the
 * attempt connects to one of those that were checked and to no other; so a name that leads
 * elsewhere from one moment to the next leads nowhere.
 *
 * <p>How many attempts there are at once is bounded by who sends. What an attempt costs meanwhile:
 * the thread of its caller, one connection, and a timer.
 */
public final class OutboundSender implements WebhookSenderPort, AutoCloseable {
  /** Says no more: which address a name has inside a network is not for strangers. */
  static final String PRIVATE =
      "A URL of a webhook must not lead to a loopback, private or otherwise reserved address";

  /** Most addresses of a name that are tried; all are checked. */
  private static final int MOST_TRIED = 4;

  /** The library counts in milliseconds, of which one is left for each address. */
  private static final Duration SHORTEST = Duration.ofMillis(MOST_TRIED);

  /** Most names looked up at a time for attempts. */
  static final int ATTEMPTS_AT_ONCE = 64;

  /** Most names looked up at a time to judge URLs. */
  static final int CHECKS_AT_ONCE = 8;

  private final boolean closedNetwork;
  private final AddressGuard guard;
  private final TimedLookup names;

  /** For owners who ask whether a URL is acceptable; attempts do not wait for them. */
  private final TimedLookup checked;

  private final Exchange exchange;
  private final Patience patience;
  private final Cord.Timer timer = new Cord.Timer();

  /**
   * A sender that trusts whom the JDK trusts.
   *
   * @param allowPrivateAddresses also sends by http, and to addresses and names of private networks
   *     and of this machine; for tests and closed networks
   */
  public OutboundSender(boolean allowPrivateAddresses) {
    this(allowPrivateAddresses, Lookup.SYSTEM, SSLContexts.createDefault(), Patience.STANDARD);
  }

  OutboundSender(
      boolean allowPrivateAddresses, Lookup lookup, SSLContext trust, Patience patience) {
    this.closedNetwork = allowPrivateAddresses;
    this.guard = new AddressGuard(allowPrivateAddresses);
    this.names = new TimedLookup(lookup, ATTEMPTS_AT_ONCE, System::nanoTime);
    this.checked = new TimedLookup(lookup, CHECKS_AT_ONCE, System::nanoTime);
    this.exchange = new Exchange(trust, patience.rest());
    this.patience = patience;
  }

  @Override
  public Optional<String> problemWith(WorkspaceId owner, String url) {
    try {
      Host host = WebhookUrl.read(url, closedNetwork).host();
      return guard.forbidsAny(checked.addresses(host, owner, patience.name()))
          ? Optional.of(PRIVATE)
          : Optional.empty();
    } catch (UnusableUrl e) {
      return Optional.of(e.why());
    } catch (UnknownHostException | NotAsked e) {
      // Every attempt asks again.
      return Optional.empty();
    }
  }

  @Override
  public Sent send(WorkspaceId owner, String url, Map<String, String> headers, byte[] body) {
    long from = System.nanoTime();
    try {
      WebhookUrl to = WebhookUrl.read(url, closedNetwork);
      List<InetAddress> addresses = names.addresses(to.host(), owner, patience.connect());
      if (guard.forbidsAny(addresses)) {
        return new Sent.NotAnswered("leads to a forbidden address");
      }
      return send(Exchange.Message.of(to, headers, body), addresses, from);
    } catch (UnusableUrl e) {
      return new Sent.NotAnswered(e.why());
    } catch (UnknownHostException e) {
      return new Sent.NotAnswered("the name is not known now");
    } catch (NotAsked e) {
      return new Sent.NotBegun();
    }
  }

  private Sent send(Exchange.Message message, List<InetAddress> addresses, long from) {
    List<InetAddress> tried = addresses.subList(0, Math.min(MOST_TRIED, addresses.size()));
    Duration connect = left(patience.connect(), from).dividedBy(tried.size());
    Duration total = left(patience.total(), from);
    try (Cord cord = timer.cord(total)) {
      return exchange.post(message, cord, new Exchange.Way(tried, connect, total));
    }
  }

  /** What is left of a duration; never nothing, which the library would read as for ever. */
  private static Duration left(Duration whole, long from) {
    Duration left = whole.minusNanos(System.nanoTime() - from);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  /** Breaks off what is under way: it ends as not answered. */
  @Override
  public void close() {
    timer.close();
    names.close();
    checked.close();
  }
}
