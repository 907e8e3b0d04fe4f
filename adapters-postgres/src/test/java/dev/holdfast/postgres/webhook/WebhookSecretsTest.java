package dev.holdfast.postgres.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.Finding;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.PostgresSettings;
import dev.holdfast.postgres.PostgresStart;
import dev.holdfast.postgres.PostgresStore;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.Till;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Secrets at rest, and nodes that have another key or none. */
final class WebhookSecretsTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final WebhookSecret SECRET =
      new WebhookSecret("whsec_0123456789abcdef0123456789abcdef");
  private static final NodeId NODE = new NodeId(new UUID(0, 1));
  private static final NewWebhook WANTED =
      new NewWebhook("https://hooks.example", Set.of(WebhookEvent.SEAT_HELD), null);

  private final WebhookPort webhooks = SCHEMA.store().webhooks();
  private WorkspaceId workspace = new WorkspaceId(0);

  @BeforeEach
  void aWorkspace() {
    workspace = new Till(SCHEMA.store()).aWorkspace();
  }

  private void aWebhookWithWork(PostgresStore store, String key) {
    store.webhooks().create(workspace, key, WANTED, SECRET);
    store.webhooks().queue(workspace, key, "wd_" + key, WebhookEvent.SEAT_HELD, key);
  }

  private static List<String> taken(PostgresStore store) {
    return store.deliveries().take(NODE, Set.of(), new Room(10, Map.of())).stream()
        .map(DueDelivery::body)
        .toList();
  }

  private static PostgresStore ofAnotherKey() {
    byte[] key = new byte[SecretBox.KEY_BYTES];
    Arrays.fill(key, (byte) 7);
    return PostgresStore.open(SCHEMA.settings().withSecrets(new SecretBox(key)));
  }

  private static PostgresSettings withoutKey() {
    PostgresSettings with = SCHEMA.settings();
    return new PostgresSettings(
        with.url(),
        with.user(),
        with.password(),
        with.schema(),
        with.pools(),
        with.patience(),
        with.durability(),
        Optional.empty());
  }

  @Test
  void no_secret_is_in_the_store_in_the_clear() throws SQLException {
    aWebhookWithWork(SCHEMA.store(), "wh_a");
    webhooks.rotate(workspace, "wh_a", new WebhookSecret("whsec_rotated"));
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT w::text FROM webhook w")) {
      assertTrue(rows.next());
      assertFalse(rows.getString(1).contains("whsec"));
    }
  }

  @Test
  void a_secret_put_in_anothers_place_is_not_used_and_stands_in_nobodys_way() throws SQLException {
    aWebhookWithWork(SCHEMA.store(), "wh_a");
    aWebhookWithWork(SCHEMA.store(), "wh_b");
    WebhookId stolen = webhooks.find(workspace, "wh_a").orElseThrow().id();
    SCHEMA.run(
        "UPDATE webhook SET secret = (SELECT o.secret FROM webhook o WHERE o.key = 'wh_b')"
            + " WHERE key = 'wh_a'");
    assertEquals(List.of("wh_b"), taken(SCHEMA.store()));
    assertEquals(Optional.empty(), SCHEMA.store().deliveries().target(stolen));
    webhooks.rotate(workspace, "wh_a", SECRET);
    assertEquals(List.of("wh_a", "wh_b"), taken(SCHEMA.store()));
  }

  @Test
  void what_cannot_be_signed_does_not_use_up_what_is_taken_at_a_time() throws SQLException {
    aWebhookWithWork(SCHEMA.store(), "wh_a");
    aWebhookWithWork(SCHEMA.store(), "wh_b");
    SCHEMA.run("UPDATE webhook SET secret = 'nonsense' WHERE key = 'wh_a'");
    Room one = new Room(10, Map.of(), 1, Map.of());
    List<String> taken = new ArrayList<>();
    for (int times = 0; times < 2; times++) {
      SCHEMA.store().deliveries().take(NODE, Set.of(), one).forEach(each -> taken.add(each.body()));
    }
    assertEquals(List.of("wh_b"), taken);
  }

  @Test
  void a_node_with_another_key_leaves_to_others_what_it_cannot_sign() {
    aWebhookWithWork(SCHEMA.store(), "wh_a");
    try (PostgresStore other = ofAnotherKey()) {
      aWebhookWithWork(other, "wh_b");
      assertEquals(List.of("wh_b"), taken(other));
      assertEquals(List.of("wh_a"), taken(SCHEMA.store()));
    }
  }

  @Test
  void a_secret_rotated_on_a_node_with_another_key_is_that_nodes_to_sign() {
    aWebhookWithWork(SCHEMA.store(), "wh_a");
    try (PostgresStore other = ofAnotherKey()) {
      assertEquals(List.of(), taken(other));
      other.webhooks().rotate(workspace, "wh_a", SECRET);
      assertEquals(List.of("wh_a"), taken(other));
      assertEquals(List.of(), taken(SCHEMA.store()));
    }
  }

  @Test
  void without_a_key_no_webhook_is_made_and_what_is_queued_waits() {
    aWebhookWithWork(SCHEMA.store(), "wh_a");
    try (PostgresStore keyless = PostgresStore.open(withoutKey())) {
      assertFalse(keyless.webhooks().keepsSecrets());
      assertThrows(
          IllegalStateException.class,
          () -> keyless.webhooks().create(workspace, "wh_b", WANTED, SECRET));
      assertThrows(
          IllegalStateException.class, () -> keyless.webhooks().rotate(workspace, "wh_a", SECRET));
      assertEquals(1, keyless.webhooks().webhooks(workspace, new Page.Request(1, 10)).total());
      assertEquals(List.of(), taken(keyless));
    }
    assertEquals(List.of("wh_a"), taken(SCHEMA.store()));
  }

  @Test
  void an_operator_hears_at_the_start_of_secrets_that_cannot_be_read() {
    assertEquals(List.of(), PostgresStart.prepare(withoutKey()));
    aWebhookWithWork(SCHEMA.store(), "wh_a");
    assertEquals(List.of(), PostgresStart.prepare(SCHEMA.settings()));
    assertWarned("1 webhooks have encrypted secrets, and this node has no", withoutKey());
    byte[] key = new byte[SecretBox.KEY_BYTES];
    Arrays.fill(key, (byte) 7);
    assertWarned(
        "1 webhooks have secrets encrypted with another",
        SCHEMA.settings().withSecrets(new SecretBox(key)));
    webhooks.delete(workspace, "wh_a");
    assertEquals(List.of(), PostgresStart.prepare(withoutKey()));
  }

  private static void assertWarned(String words, PostgresSettings settings) {
    List<Finding> findings = PostgresStart.prepare(settings);
    assertEquals(1, findings.size(), findings::toString);
    assertFalse(findings.getFirst().refuses());
    assertTrue(findings.getFirst().what().startsWith(words), findings::toString);
  }
}
