package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5433/seats, jdbc:postgresql://db:5433/seats, ann, wonder",
    "postgres://bob@db/seats, jdbc:postgresql://db/seats, bob, wonder",
    "postgres://bob:s3c%40ret%2F@db/seats, jdbc:postgresql://db/seats, bob, s3c@ret/",
    "POSTGRESQL://bob:a+b:c@db/seats, jdbc:postgresql://db/seats, bob, a+b:c",
    "postgresql://bob:x@db?sslmode=require, jdbc:postgresql://db?sslmode=require, bob, x",
    "'postgres://bob:x@a:1,b:2/seats', 'jdbc:postgresql://a:1,b:2/seats', bob, x",
    "jdbc:postgresql://db/seats?user=bob&password=x, jdbc:postgresql://db/seats, bob, x",
    "postgres://db/s?ssl=true&password=x%25, jdbc:postgresql://db/s?ssl=true, ann, x%"
  })
  void all_notations_of_a_url_are_understood(
      String url, String jdbcUrl, String user, String password) {
    PostgresSettings settings = PostgresSettings.of(url, "ann", "wonder");
    assertEquals(jdbcUrl, settings.url());
    assertEquals(user, settings.user());
    assertEquals(password, settings.password());
  }

  @Test
  void another_kind_of_url_is_refused_without_repeating_it() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> PostgresSettings.of("mysql://bob:s3cret@db/seats", "", ""));
    assertFalse(Objects.requireNonNull(refused.getMessage()).contains("s3cret"));
  }

  @Test
  void the_password_is_never_printed() {
    PostgresSettings settings = PostgresSettings.of("postgres://bob:s3cret@db/seats", "", "");
    assertFalse(settings.toString().contains("s3cret"));
    assertFalse(PostgresUrl.parse("postgres://bob:s3cret@db/seats").toString().contains("s3cret"));
  }

  @Test
  void the_usual_settings_are_safe_ones() {
    PostgresSettings settings = PostgresSettings.of("postgres://bob@db/seats", "", "");
    assertEquals(Durability.FULL, settings.durability());
    assertEquals("holdfast", settings.schema());
    assertEquals(new PoolSizes(8, 12, 4, 4, 4), settings.pools());
    assertEquals(Duration.ofSeconds(3), settings.patience());
  }

  @Test
  void what_is_out_of_bounds_is_refused() {
    PostgresSettings settings = PostgresSettings.of("postgres://bob@db/seats", "", "");
    assertThrows(IllegalArgumentException.class, () -> new PoolSizes(0, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PoolSizes(1, 0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PoolSizes(1, 1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PoolSizes(1, 1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new PoolSizes(1, 1, 1, 1, 501));
    assertThrows(
        IllegalArgumentException.class, () -> settings.withPatience(Duration.ofMillis(249)));
    assertThrows(IllegalArgumentException.class, () -> settings.withSchema("x; DROP TABLE seat"));
  }
}
