package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Every attempt is signed over its bytes with the secret of the hour. */
@WaitingRules
public abstract class WebhookSigningRules extends ReceivingRules {

  /** Signed for this very attempt: after what it follows, and before it came. */
  private static void assertFresh(Instant after, Attempt attempt) {
    long signed = attempt.signedAt();
    assertTrue(signed >= after.getEpochSecond(), () -> "signed at " + signed + ", before " + after);
    Instant came = attempt.receivedAt();
    assertTrue(signed <= came.getEpochSecond(), () -> "signed at " + signed + ", after " + came);
  }

  @WaitingTest
  void an_attempt_is_a_signed_post_of_json() {
    Hook hook = hook();
    Instant before = Instant.now();
    venue.hold("A-1", token()).ok();

    Attempt attempt = inbox.await(Hook.HELD, "A-1");

    assertEquals("POST", attempt.method());
    assertTrue(
        attempt.headers().getFirst("Content-Type").startsWith("application/json"),
        attempt.headers()::toString);
    assertTrue(attempt.isSignedWith(hook.secret()));
    assertFresh(before, attempt);
  }

  @WaitingTest
  void the_signature_covers_the_bytes_that_were_sent() {
    Hook hook = hook();
    venue
        .seats(
            "hold",
            Json.object(
                "objectLabel",
                "A-1",
                "holdToken",
                token(),
                "extraData",
                Json.object("name", "Zoë 🎭", "n", 1)))
        .ok();

    Attempt attempt = inbox.await(Hook.HELD, "A-1");

    assertTrue(attempt.isSignedWith(hook.secret()));
    byte[] other = attempt.body().clone();
    other[other.length / 2] ^= 1;
    assertFalse(
        new Attempt("POST", attempt.headers(), other, Instant.now()).isSignedWith(hook.secret()));
  }

  @WaitingTest
  void every_webhook_is_signed_for_with_its_own_secret() {
    Hook hook = hook();
    WebhookInbox second = receiver.inbox();
    Hook other = hook(second, Hook.ALL);
    venue.hold("A-1", token()).ok();

    assertTrue(inbox.await(Hook.HELD, "A-1").isSignedWith(hook.secret()));
    assertTrue(second.await(Hook.HELD, "A-1").isSignedWith(other.secret()));
    assertFalse(second.await(Hook.HELD, "A-1").isSignedWith(hook.secret()));
  }

  @WaitingTest
  void every_attempt_is_signed_anew_over_the_same_bytes() {
    Hook hook = hook();
    inbox.answeringInTurn(500, 500, 204);
    Instant before = Instant.now();
    venue.hold("A-1", token()).ok();

    List<Attempt> attempts = inbox.awaitAttempts("A-1", 3);

    for (Attempt attempt : attempts) {
      assertArrayEquals(attempts.getFirst().body(), attempt.body());
      assertTrue(attempt.isSignedWith(hook.secret()));
      assertFresh(before, attempt);
      before = attempt.receivedAt();
    }
    assertTrue(attempts.getFirst().signedAt() < attempts.getLast().signedAt());
  }

  /** Three times for the first seat; not at all for the second. */
  private boolean isFailing(Attempt attempt) {
    return attempt.label().equals("A-1") && inbox.attemptsAt(attempt.id()).size() < 4;
  }

  @WaitingTest
  void a_rotated_secret_signs_everything_from_then_on_retries_and_replays_included() {
    Hook hook = hook();
    CompletableFuture<String> rotated = new CompletableFuture<>();
    inbox.answeringEach(attempt -> {
      // The first is under way while the secret is rotated; all others come after that.
      rotated.orTimeout(WebhookInbox.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      return WebhookReceiver.status(isFailing(attempt) ? 500 : 204);
    });
    venue.hold("A-1", token()).ok();
    inbox.awaitAttempts("A-1", 1);

    String secret = hook.rotate().ok().text("secret");
    rotated.complete(secret);
    String delivery = hook.awaitOnly("success").path("deliveryId").asText();
    venue.hold("A-2", token()).ok();
    inbox.await(Hook.HELD, "A-2");
    hook.replay(delivery).ok();
    hook.awaitAll(3, "success");

    List<Attempt> all = inbox.attempts();
    List<Attempt> later = all.subList(1, all.size());
    assertTrue(later.size() >= 5, () -> "attempts after the rotation: " + later.size());
    for (Attempt attempt : later) {
      assertTrue(attempt.isSignedWith(secret), () -> "not the new secret: " + attempt.headers());
      assertFalse(attempt.isSignedWith(hook.secret()));
    }
  }

  @WaitingTest
  void another_url_keeps_the_secret() {
    Hook hook = hook();
    WebhookInbox moved = receiver.inbox();
    hook.change(Json.object("url", moved.url())).ok();
    venue.hold("A-1", token()).ok();

    assertTrue(moved.await(Hook.HELD, "A-1").isSignedWith(hook.secret()));
    assertEquals(List.of(), inbox.attempts());
  }

  @WaitingTest
  void the_synthetic_event_is_signed_like_any_other() {
    Hook hook = hook();
    hook.test().ok();

    inbox.await("the test", () -> !inbox.attempts().isEmpty());

    assertTrue(inbox.attempts().getFirst().isSignedWith(hook.secret()));
  }
}
