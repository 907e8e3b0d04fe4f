package dev.holdfast.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.redis.RedisSettings.Server;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedisSettingsTest {
  @Test
  void a_bare_host_gets_the_usual_port_database_and_bounds() {
    RedisSettings settings = RedisSettings.parse(" redis://my_redis.internal ");
    assertEquals(List.of(new Server("my_redis.internal", 6379)), settings.servers());
    assertFalse(settings.tls());
    assertFalse(settings.isCluster());
    assertNull(settings.user());
    assertNull(settings.password());
    assertEquals(0, settings.database());
    assertEquals("holdfast", settings.prefix());
    assertEquals(SeatLockPort.PATIENCE, settings.patience());
    assertEquals(16, settings.poolSize());
  }

  @Test
  void everything_can_be_said_in_one_url() {
    RedisSettings settings = RedisSettings.parse("rediss://clerk:p%40ss+%2C@[::1]:7000/12");
    assertEquals(List.of(new Server("::1", 7000)), settings.servers());
    assertTrue(settings.tls());
    assertEquals("clerk", settings.user());
    assertEquals("p@ss+,", settings.password());
    assertEquals(12, settings.database());
    assertEquals("a/b@c:d", RedisSettings.parse("redis://:a/b@c:d@e/").password());
  }

  @Test
  void several_servers_are_a_cluster_and_share_scheme_and_login() {
    RedisSettings settings = RedisSettings.parse("rediss://u:p@a:1, b:2,rediss://u:p@c");
    assertEquals(
        List.of(new Server("a", 1), new Server("b", 2), new Server("c", 6379)), settings.servers());
    assertTrue(settings.isCluster());
    assertTrue(settings.tls());
    assertEquals("p", settings.password());
    assertTrue(RedisSettings.parse("redis://one-name,one-name").isCluster());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                               | is empty",
        "localhost:6379                   | must begin with redis:// or rediss://",
        "http://localhost                 | must begin with redis:// or rediss://",
        "redis://                         | has no host",
        "redis://:6379                    | has no host",
        "redis://:s3cret@                 | has no host",
        "redis://a,,b                     | Redis URL 2: is empty",
        "redis://a,rediss://b             | Redis URL 2: the scheme differs",
        "redis://:s3cret@a,:s4cret@b      | Redis URL 2: the login differs",
        "redis://a/1,b                    | a cluster has only database 0",
        "redis://a:x                      | the port is no number",
        "redis://a:                       | the port is no number",
        "redis://a:0                      | a port is 1 to 65535",
        "redis://a:65536                  | a port is 1 to 65535",
        "redis://a:s3cret@b:99999999999   | the port is no number",
        "redis://a/one                    | no database number",
        "redis://a/1?timeout=5            | no database number",
        "redis://a b                      | has a bad host",
        "redis://[::1                     | closing bracket",
        "redis://[::1]6379                | between ] and the port",
        "redis://s3cret@a                 | has a user but no password",
        "redis://user:@a                  | empty password",
        "redis://:s3cret%@a               | broken percent-encoding",
        "redis://:s3cret%zz@a             | broken percent-encoding",
      })
  void what_is_wrong_is_said_and_no_password_repeated(String url, String complaint) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> RedisSettings.parse(url));
    assertTrue(wrong.toString().contains(complaint), wrong::toString);
    assertFalse(wrong.toString().contains("cret"), wrong::toString);
    assertNull(wrong.getCause());
  }

  @Test
  void bounds_are_checked_and_the_text_for_logs_has_no_password() {
    RedisSettings good = RedisSettings.parse("redis://user:s3cret@a:1,b:2");
    assertEquals("redis cluster [Server[host=a, port=1], Server[host=b, port=2]]", good.toString());
    assertRefused(() -> good.withPatience(Duration.ofNanos(999_999)));
    assertRefused(() -> good.withPatience(Duration.ofSeconds(61)));
    assertRefused(() -> good.withPatience(Duration.ofSeconds(Long.MAX_VALUE)));
    assertRefused(() -> good.withPoolSize(0));
    assertRefused(() -> good.withPoolSize(1_001));
    for (String bad : List.of("", "a{b", "a}b", "a b", "x".repeat(51), "ä")) {
      assertRefused(() -> good.withPrefix(bad));
    }
  }

  private static void assertRefused(Runnable making) {
    assertThrows(IllegalArgumentException.class, making::run);
  }
}
