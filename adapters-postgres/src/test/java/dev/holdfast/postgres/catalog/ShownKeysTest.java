package dev.holdfast.postgres.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.ShownKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.PostgresSettings;
import dev.holdfast.postgres.PostgresStore;
import dev.holdfast.postgres.SecretBox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Secret keys that are shown again, at rest, and on nodes that have another key or none. */
final class ShownKeysTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final String ONE = "sk_live_one0000000000000000000000000";
  private static final String TWO = "sk_live_two0000000000000000000000000";

  private static NewKey key(String text) {
    return new NewKey(KeyKind.SECRET, KeyHash.of(text), "0000", Optional.of(text));
  }

  private static Workspace workspace(PostgresStore store, String... secrets) {
    Company company =
        store
            .catalog()
            .createCompany(
                new NewCompany(
                    "Opera",
                    "co_opera",
                    new NewKey(KeyKind.ADMIN, KeyHash.of("adm_opera"), "pera"),
                    List.of(
                        new NewWorkspace(
                            "ws_opera",
                            "Opera",
                            false,
                            Arrays.stream(secrets).map(ShownKeysTest::key).toList()))));
    return company.workspaces().getFirst().workspace();
  }

  private static List<String> shown(PostgresStore store, Workspace workspace) {
    return store.catalog().secretKeys(List.of(workspace.id())).values().stream()
        .flatMap(List::stream)
        .map(ShownKey::text)
        .toList();
  }

  @Test
  void no_key_is_in_the_store_in_the_clear() throws SQLException {
    Workspace workspace = workspace(SCHEMA.store(), ONE);
    assertEquals(List.of(ONE), shown(SCHEMA.store(), workspace));
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT string_agg(k::text, ' ') FROM api_key k")) {
      assertTrue(rows.next());
      assertTrue(rows.getString(1).contains(KeyHash.of(ONE).hex()));
      assertFalse(rows.getString(1).contains("sk_live"));
    }
  }

  @Test
  void a_text_put_in_another_key_s_place_is_not_shown() throws SQLException {
    Workspace workspace = workspace(SCHEMA.store(), ONE, TWO);
    SCHEMA.run(
        "UPDATE api_key SET sealed = (SELECT sealed FROM api_key WHERE hash = '"
            + KeyHash.of(TWO).hex()
            + "') WHERE hash = '"
            + KeyHash.of(ONE).hex()
            + "'");
    assertEquals(List.of(TWO), shown(SCHEMA.store(), workspace));
    assertTrue(SCHEMA.store().catalog().findKey(KeyHash.of(ONE)).isPresent());
  }

  @Test
  void a_node_with_another_key_shows_what_it_sealed_itself() {
    Workspace workspace = workspace(SCHEMA.store(), ONE);
    byte[] other = new byte[SecretBox.KEY_BYTES];
    Arrays.fill(other, (byte) 7);
    try (PostgresStore store =
        PostgresStore.open(SCHEMA.settings().withSecrets(new SecretBox(other)))) {
      store.catalog().addKey("ws_opera", key(TWO));
      assertEquals(List.of(TWO), shown(store, workspace));
    }
    assertEquals(List.of(ONE), shown(SCHEMA.store(), workspace));
  }

  @Test
  void a_node_without_a_key_stores_no_text_and_its_keys_open_all_the_same() {
    PostgresSettings with = SCHEMA.settings();
    PostgresSettings without =
        new PostgresSettings(
            with.url(),
            with.user(),
            with.password(),
            with.schema(),
            with.pools(),
            with.patience(),
            with.durability(),
            Optional.empty());
    try (PostgresStore store = PostgresStore.open(without)) {
      Workspace workspace = workspace(store, ONE);
      assertEquals(List.of(), shown(store, workspace));
      assertEquals(List.of(), shown(SCHEMA.store(), workspace));
      assertTrue(store.catalog().findKey(KeyHash.of(ONE)).isPresent());
    }
  }
}
