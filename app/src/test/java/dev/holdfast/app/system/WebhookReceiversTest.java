package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.docs.DocumentedReceiver;
import dev.holdfast.app.v1.OneSeatTold;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receivers of {@code docs/webhooks.md}, run as they are written. */
final class WebhookReceiversTest {
  @Test
  void the_receiver_in_java_takes_what_is_signed_and_nothing_else(@TempDir Path directory)
      throws Exception {
    try (DocumentedReceiver receiver = DocumentedReceiver.inJava(directory)) {
      takesWhatIsSigned(receiver);
    }
  }

  @Test
  void the_receiver_in_javascript_takes_what_is_signed_and_nothing_else(@TempDir Path directory)
      throws Exception {
    try (DocumentedReceiver receiver = DocumentedReceiver.inJavaScript(directory)) {
      takesWhatIsSigned(receiver);
    }
  }

  private static void takesWhatIsSigned(DocumentedReceiver receiver) throws Exception {
    try (Deployment service = Deployment.oneNode(Map.of())) {
      OneSeatTold seat = OneSeatTold.to(service, receiver.url());
      receiver.start(seat.secret());
      seat.hold();
      String told = receiver.awaitLine("\"seat.held\"");
      assertTrue(told.contains("\"objectLabel\":\"" + seat.label() + "\""), told);
      assertEquals(401, receiver.postUnsigned("{\"id\":\"whe_forged\"}"));
    }
  }
}
