package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Hook;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.app.v1.V1Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must stay secret is in no line that the service or its database logs, in no error that it
 * answers, and, as far as only its hash or its cipher is needed, in no byte that is stored.
 */
final class KeptSecretsTest {
  private static final String KEY =
      Base64.getEncoder()
          .encodeToString("the-key-that-seals-every-secret!".getBytes(StandardCharsets.US_ASCII));
  private static final String TOKEN = "the-hold-token-of-Ada-Lovelace";
  private static final String CUSTOMER = "Ada-Lovelace-1815";

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final List<Answer> errors = new ArrayList<>();

  @Test
  void no_secret_is_logged_or_told_in_an_error_or_stored_in_the_clear(@TempDir Path data) {
    List<String> lines;
    try (ServiceProcess service =
        ServiceProcess.start(
            data,
            Map.of(
                "HOLDFAST_SECRET_KEY",
                KEY,
                "HOLDFAST_WEBHOOK_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "HOLDFAST_WEBHOOK_RETRY_SECONDS",
                "1"))) {
      TestVenue venue = TestVenue.open(service);
      secrets.put("the operator's key", service.adminKey());
      secrets.put("the key of secrets", KEY);
      secrets.put("a secret key", venue.sk().key());
      secrets.put("a public key", venue.pk().key());
      secrets.put("a company's key", venue.workspace().made().path("adminSecretKey").asText());
      Hook hook = Hook.make(venue.sk(), "http://127.0.0.1:9/hook", Hook.ALL);
      secrets.put("a webhook's secret", hook.secret());
      secrets.put("a webhook's new secret", hook.rotate().ok().text("secret"));
      sell(venue);
      askWrongly(venue);
      lines = new ArrayList<>(service.output());
    }
    lines.addAll(logs(data));
    assertTrue(lines.stream().anyMatch(line -> line.contains("selling")), "these are the logs");
    assertTrue(isStored(data, CUSTOMER), "what is stored in the clear is found");
    secrets.forEach((name, secret) -> {
      assertEquals(List.of(), lines.stream().filter(line -> line.contains(secret)).toList(), name);
      assertFalse(isStored(data, secret), name + " is stored");
    });
    for (String private_ : List.of(TOKEN, CUSTOMER)) {
      assertEquals(List.of(), lines.stream().filter(line -> line.contains(private_)).toList());
    }
    assertTrue(errors.size() > 10);
    for (Answer error : errors) {
      for (String secret : secrets.values()) {
        assertFalse(error.raw().contains(secret), error::shortened);
        assertFalse(error.headers().toString().contains(secret), error::shortened);
      }
      assertFalse(error.raw().contains(CUSTOMER), error::shortened);
    }
  }

  private static void sell(TestVenue venue) {
    venue
        .seats(
            "hold",
            Json.object(
                "objectLabel",
                "A-1",
                "holdToken",
                TOKEN,
                "extraData",
                Json.object("customer", CUSTOMER)))
        .ok();
    venue.book(List.of("A-1"), TOKEN).ok();
  }

  private void askWrongly(TestVenue venue) {
    V1Client sk = venue.sk();
    V1Client nobody = V1Client.withoutKey(sk.base());
    // What looks like a key is looked up, and what does not is turned away before.
    for (String key :
        List.of(sk.key() + "x", sk.key() + "!", "sk_live_" + sk.key().substring(8), "x")) {
      errors.add(V1Client.withKey(sk.base(), key).get(venue.path("/status")));
      errors.add(nobody.get(venue.path("/stream?key=" + key)));
      errors.add(nobody.with("X-Admin-Key", key).get("/admin/workspaces"));
    }
    errors.add(
        nobody
            .with("X-Admin-Key", secrets.get("the operator's key") + "x")
            .get("/admin/workspaces"));
    errors.add(venue.pk().get(venue.path("/reports")));
    errors.add(nobody.get(venue.path("/stream?key=" + sk.key())));
    errors.add(venue.hold("A-1", "another-token"));
    errors.add(venue.book(List.of("A-1", "A-2"), "another-token"));
    errors.add(venue.release(List.of("A-2"), "another-token"));
    errors.add(venue.as(venue.pk()).hold("A-1", "another-token"));
    errors.add(venue.seats("hold", "{\"holdToken\":\"" + TOKEN + "\",\"x\":"));
    errors.add(venue.seats("hold", Json.object("holdToken", TOKEN, "objectLabel", 7)));
    errors.add(
        sk.post(
            Hook.WEBHOOKS, Json.object("url", "ftp://u:" + sk.key() + "@x/", "events", Hook.ALL)));
    errors.add(sk.get("/api/v1/events/" + sk.key() + "%00"));
    errors.forEach(error -> assertTrue(error.status() >= 400, error::shortened));
    // What a caller sends himself in a URL is told to nobody but him.
    errors.removeIf(error -> error.raw().contains("ftp:"));
  }

  /** What the embedded database logs, and whatever else is a log there. */
  private static List<String> logs(Path data) {
    List<String> lines = new ArrayList<>();
    walk(
        data,
        file -> {
          if (file.toString().contains("log") && !file.toString().contains("pg_wal")) {
            lines.addAll(new String(read(file), StandardCharsets.ISO_8859_1).lines().toList());
          }
        });
    return lines;
  }

  private static boolean isStored(Path data, String secret) {
    List<Path> found = new ArrayList<>();
    byte[] sought = secret.getBytes(StandardCharsets.ISO_8859_1);
    walk(
        data,
        file -> {
          String all = new String(read(file), StandardCharsets.ISO_8859_1);
          if (all.contains(new String(sought, StandardCharsets.ISO_8859_1))) {
            found.add(file);
          }
        });
    return !found.isEmpty();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void walk(Path data, Consumer<Path> each) {
    try (Stream<Path> files = Files.walk(data)) {
      files.filter(Files::isRegularFile).forEach(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
