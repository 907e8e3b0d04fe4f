package dev.holdfast.app.v1;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What rules share that receive webhooks: a receiver, and one webhook for everything. */
public abstract class ReceivingRules extends V1Rules {

  private final List<Hook> hooks = new ArrayList<>();

  WebhookReceiver receiver;
  WebhookInbox inbox;

  @BeforeEach
  void open_a_receiver() {
    receiver = WebhookReceiver.open();
    inbox = receiver.inbox();
  }

  @AfterEach
  void close_the_receiver() {
    hooks.forEach(Hook::delete);
    receiver.close();
  }

  /** Subscribes the inbox to all that can be told. */
  Hook hook() {
    return hook(inbox, Hook.ALL);
  }

  Hook hook(WebhookInbox to, List<String> events) {
    return hook(venue.sk(), to, events);
  }

  /** Gone again when the test ends, whatever it has left to send. */
  Hook hook(V1Client owner, WebhookInbox to, List<String> events) {
    Hook hook = Hook.make(owner, to.url(), events);
    hooks.add(hook);
    return hook;
  }
}
