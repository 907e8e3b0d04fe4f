package dev.holdfast.http.outbound;

import static dev.holdfast.http.outbound.Senders.NO_NAMES;
import static dev.holdfast.http.outbound.Senders.OWNER;
import static dev.holdfast.http.outbound.Senders.PATIENT;
import static dev.holdfast.http.outbound.Senders.closed;
import static dev.holdfast.http.outbound.Senders.open;
import static dev.holdfast.http.outbound.Senders.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sender goes, and where it does not, whatever names lead to. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OutboundTrustTest {
  private static final Sent FORBIDDEN = new Sent.NotAnswered("leads to a forbidden address");

  @Test
  void a_name_that_leads_elsewhere_after_it_was_checked_leads_nowhere() {
    Answers rebinding = new Answers(of("8.8.8.8"), of("127.0.0.1"));
    try (RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x");
        OutboundSender sender = open(rebinding, PATIENT)) {
      String url = "https://rebind.example:" + receiver.port() + "/";
      assertEquals(Optional.empty(), sender.problemWith(OWNER, url));

      assertEquals(FORBIDDEN, post(sender, url));

      assertEquals(2, rebinding.asked());
      assertNobodyCameBefore(receiver);
    }
  }

  @Test
  void one_forbidden_address_among_those_of_a_name_is_enough() {
    try (RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x");
        OutboundSender sender = open(new Answers(of("8.8.8.8", "127.0.0.1")), PATIENT)) {
      String url = "https://mixed.example:" + receiver.port() + "/";

      assertEquals(Optional.of(OutboundSender.PRIVATE), sender.problemWith(OWNER, url));
      assertEquals(FORBIDDEN, post(sender, url));
      assertNobodyCameBefore(receiver);
    }
  }

  @Test
  void what_was_checked_is_what_is_connected_to() {
    Answers changing = new Answers(of("127.0.0.1"), of("127.0.0.2"), of("127.0.0.2"));
    try (RawReceiver first = RawReceiver.answering("HTTP/1.1 204 x");
        RawReceiver second =
            new RawReceiver(
                InetAddress.ofLiteral("127.0.0.2"),
                first.port(),
                (self, connection) -> self.answer(connection, "HTTP/1.1 500 x"));
        OutboundSender sender = closed(changing, PATIENT)) {
      String url = "http://changing.example:" + first.port() + "/";

      assertEquals(new Sent.Answered(204), post(sender, url));

      assertEquals(1, changing.asked());
      assertEquals(0, second.connections());
      assertEquals(new Sent.Answered(500), post(sender, url));
    }
  }

  @Test
  void the_next_address_of_a_name_is_tried_when_one_is_dead() {
    try (RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x");
        OutboundSender sender = closed(new Answers(of("127.0.0.2", "127.0.0.1")), PATIENT)) {
      assertEquals(
          new Sent.Answered(204), post(sender, "http://two.example:" + receiver.port() + "/"));
    }
  }

  @Test
  void a_name_of_very_many_addresses_is_not_tried_to_its_end() {
    String[] many = {"127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.1"};
    try (RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x");
        OutboundSender sender = closed(new Answers(of(many)), PATIENT)) {
      assertInstanceOf(
          Sent.NotAnswered.class, post(sender, "http://many.example:" + receiver.port() + "/"));
      assertEquals(0, receiver.connections());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "::1",
        "fd00:ec2::254",
        "64:ff9b::7f00:1"
      })
  void a_name_that_leads_to_a_forbidden_address_is_refused_at_once_and_later(String address) {
    try (OutboundSender sender = open(new Answers(of(address)), PATIENT)) {
      assertEquals(
          Optional.of(OutboundSender.PRIVATE),
          sender.problemWith(OWNER, "https://inside.example/"));
      assertEquals(FORBIDDEN, post(sender, "https://inside.example/"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "[::1]", "[fd00:ec2::254]", "[fe80::1]"})
  void a_forbidden_address_itself_is_refused_without_asking_anybody(String host) {
    Answers nobody = new Answers();
    try (OutboundSender sender = open(nobody, PATIENT)) {
      String url = "https://" + host + "/";

      assertEquals(Optional.of(OutboundSender.PRIVATE), sender.problemWith(OWNER, url));
      assertEquals(FORBIDDEN, post(sender, url));
      assertEquals(0, nobody.asked());
    }
  }

  @Test
  void a_name_that_is_not_known_now_may_be_known_later() {
    try (OutboundSender sender = open(NO_NAMES, PATIENT)) {
      assertEquals(Optional.empty(), sender.problemWith(OWNER, "https://later.example/"));
    }
  }

  @Test
  void a_url_that_was_once_acceptable_is_judged_again_at_every_attempt() {
    try (RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x");
        OutboundSender sender = open(new Answers(), PATIENT)) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, receiver.url()));
      assertNobodyCameBefore(receiver);
    }
  }

  @Test
  void the_switch_lets_in_a_closed_network_but_no_address_of_nobody() {
    Answers answers = new Answers(of("127.0.0.1"), of("0.0.0.0"), of("8.8.8.8", "ff02::1"));
    try (OutboundSender sender = closed(answers, PATIENT)) {
      assertEquals(Optional.empty(), sender.problemWith(OWNER, "http://hook.internal/"));
      assertTrue(sender.problemWith(OWNER, "http://hook.internal/").isPresent());
      assertTrue(sender.problemWith(OWNER, "http://hook.internal/").isPresent());
      assertTrue(sender.problemWith(OWNER, "http://0.0.0.0/").isPresent());
      assertEquals(Optional.empty(), sender.problemWith(OWNER, "http://127.0.0.1:8080/"));
    }
  }

  @Test
  void the_machines_own_lookup_is_asked_by_default() {
    try (OutboundSender sender = new OutboundSender(true);
        RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x")) {
      assertEquals(
          new Sent.Answered(204), post(sender, "http://localhost:" + receiver.port() + "/"));
    }
  }

  /** Whoever came before the test itself would have been counted first. */
  private static void assertNobodyCameBefore(RawReceiver receiver) {
    try (OutboundSender test = closed(NO_NAMES, PATIENT)) {
      assertEquals(new Sent.Answered(204), post(test, receiver.url()));
    }
    assertEquals(1, receiver.connections());
  }

  private static List<InetAddress> of(String... addresses) {
    return Stream.of(addresses).map(InetAddress::ofLiteral).toList();
  }

  /** One answer after the other, the last one for ever. */
  private static final class Answers implements Lookup {
    private final List<List<InetAddress>> answers;
    private final AtomicInteger asked = new AtomicInteger();

    @SafeVarargs
    @SuppressWarnings("varargs")
    Answers(List<InetAddress>... answers) {
      this.answers = List.of(answers);
    }

    @Override
    public List<InetAddress> addresses(String name) throws UnknownHostException {
      int number = asked.getAndIncrement();
      if (answers.isEmpty()) {
        throw new UnknownHostException(name);
      }
      return answers.get(Math.min(number, answers.size() - 1));
    }

    int asked() {
      return asked.get();
    }
  }
}
