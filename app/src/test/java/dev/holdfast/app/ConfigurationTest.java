package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.docs.Documents;
import dev.holdfast.domain.reservation.KeyCaps;
import dev.holdfast.http.load.RateLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {
  @Test
  void without_any_setting_the_documented_defaults_hold() {
    Configuration configuration = Configuration.of(Map.of("PATH", "/bin"));
    assertEquals("127.0.0.1", configuration.host());
    assertEquals(3000, configuration.port());
    assertEquals("data", configuration.dataDirectory().getFileName().toString());
    assertTrue(configuration.postgres().isEmpty());
    assertEquals("memory", configuration.locks());
    assertFalse(configuration.relaxedHolds());
    assertTrue(configuration.adminKey().isEmpty());
    assertTrue(configuration.seatsioSystemSecret().isEmpty());
    assertFalse(configuration.publicKeyBooking());
    assertEquals(RateLimits.OFF, configuration.limits().requestsByKey());
    assertEquals(200, configuration.limits().heldByToken());
    assertEquals(KeyCaps.NONE, configuration.limits().heldByKey());
  }

  @Test
  void every_setting_is_read() {
    Configuration configuration =
        Configuration.of(
            Map.ofEntries(
                Map.entry("HOLDFAST_HOST", "0.0.0.0"),
                Map.entry("HOLDFAST_PORT", "0"),
                Map.entry("HOLDFAST_DATA_DIR", "/tmp/venue"),
                Map.entry("HOLDFAST_POSTGRES_URL", "postgres://db/tickets"),
                Map.entry("HOLDFAST_POSTGRES_USER", "clerk"),
                Map.entry("HOLDFAST_POSTGRES_PASSWORD", "secret-word"),
                Map.entry("HOLDFAST_REDIS_URL", "redis://cache:6379"),
                Map.entry("HOLDFAST_HOLD_DURABILITY", "relaxed"),
                Map.entry("HOLDFAST_ADMIN_KEY", "0123456789abcdef"),
                Map.entry("HOLDFAST_LIMIT_REQUESTS_PUBLIC_KEY", "50"),
                Map.entry("HOLDFAST_LIMIT_REQUESTS_SECRET_KEY", "1000000"),
                Map.entry("HOLDFAST_PUBLIC_KEY_BOOKING", "true"),
                Map.entry("HOLDFAST_SEATSIO_SYSTEM_SECRET", "superSecretSystemApi"),
                Map.entry("HOLDFAST_LIMIT_HELD_TOKEN", "12"),
                Map.entry("HOLDFAST_LIMIT_HELD_PUBLIC_KEY", "1"),
                Map.entry("HOLDFAST_LIMIT_HELD_SECRET_KEY", "1000000")));
    assertEquals("0.0.0.0", configuration.host());
    assertEquals(0, configuration.port());
    assertEquals("clerk", configuration.postgres().orElseThrow().user().orElseThrow());
    assertEquals("redis", configuration.locks());
    assertTrue(configuration.relaxedHolds());
    assertEquals(12, configuration.limits().heldByToken());
    assertEquals(
        new KeyCaps(OptionalInt.of(1), OptionalInt.of(1_000_000)),
        configuration.limits().heldByKey());
    assertEquals("0123456789abcdef", configuration.adminKey().orElseThrow());
    assertEquals("superSecretSystemApi", configuration.seatsioSystemSecret().orElseThrow());
    assertTrue(configuration.publicKeyBooking());
    assertEquals(new RateLimits(50, 1_000_000), configuration.limits().requestsByKey());
    assertFalse(configuration.toString().contains("secret-word"));
    assertFalse(configuration.toString().contains("0123456789abcdef"));
    assertFalse(configuration.toString().contains("superSecretSystemApi"));
  }

  @Test
  void a_lock_backend_of_somebody_else_s_gets_no_setting_of_ours() {
    Configuration configuration =
        Configuration.of(Map.of("HOLDFAST_ADMIN_KEY", "0123456789abcdef", "TOY_ADDRESS", "here"));
    assertEquals(Map.of("TOY_ADDRESS", "here"), configuration.environment());
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://clerk:p@ss-word@db/tickets",
    "postgres://clerk:p/ss-word@db/tickets",
    "jdbc:postgresql://db/tickets?user=clerk&password=ss-word"
  })
  void a_password_in_a_url_is_not_told(String url) {
    String told = Configuration.of(Map.of("HOLDFAST_POSTGRES_URL", url)).toString();
    assertFalse(told.contains("ss-word"), told);
  }

  @Test
  void a_name_that_does_not_exist_stops_the_start_and_is_named() {
    var trouble =
        assertThrows(
            ConfigurationException.class,
            () -> Configuration.of(Map.of("HOLDFAST_PROT", "1", "HOLDFAST_TEST_X", "ignored")));
    assertEquals("HOLDFAST_PROT: there is no such setting", trouble.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDFAST_PORT,65536",
    "HOLDFAST_PORT,http",
    "HOLDFAST_HOLD_DURABILITY,lazy",
    "HOLDFAST_PUBLIC_KEY_BOOKING,yes",
    "HOLDFAST_LIMIT_REQUESTS_PUBLIC_KEY,0",
    "HOLDFAST_LIMIT_REQUESTS_SECRET_KEY,1000001",
    "HOLDFAST_ADMIN_KEY,short",
    "HOLDFAST_SEATSIO_SYSTEM_SECRET,superSecret",
    "HOLDFAST_LIMIT_HELD_TOKEN,0",
    "HOLDFAST_LIMIT_HELD_TOKEN,201",
    "HOLDFAST_LIMIT_HELD_TOKEN,all",
    "HOLDFAST_LIMIT_HELD_PUBLIC_KEY,0",
    "HOLDFAST_LIMIT_HELD_SECRET_KEY,1000001",
    "HOLDFAST_POSTGRES_URL,mysql://db/x",
    "HOLDFAST_DATA_DIR,a\u0000b"
  })
  void a_value_out_of_bounds_stops_the_start_and_names_its_setting(String name, String value) {
    var trouble =
        assertThrows(ConfigurationException.class, () -> Configuration.of(Map.of(name, value)));
    assertTrue(String.valueOf(trouble.getMessage()).startsWith(name + ": "));
  }

  @Test
  void redis_without_its_address_stops_the_start() {
    var trouble =
        assertThrows(
            ConfigurationException.class,
            () -> Configuration.of(Map.of("HOLDFAST_LOCKS", "redis")));
    assertTrue(String.valueOf(trouble.getMessage()).contains("HOLDFAST_REDIS_URL"));
  }

  @Test
  void the_document_lists_exactly_the_settings_of_the_code() {
    List<List<String>> expected =
        Arrays.stream(Setting.values())
            .map(each ->
                List.of(
                    "`" + each.name() + "`",
                    each.fallback().isEmpty() ? "none" : "`" + each.fallback() + "`",
                    each.meaning()))
            .toList();
    List<List<String>> written =
        Documents.rows("docs/configuration.md").stream()
            .filter(row -> row.getFirst().startsWith("`"))
            .toList();
    assertEquals(expected, written);
  }
}
