package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.http.v1.StatusTag.Known;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusTagTest {
  private static final StatusTag SERVER = new StatusTag(new EventId(4), true);
  private static final StatusTag BROWSER = new StatusTag(new EventId(4), false);

  private static Optional<Known> known(long seq, int shown) {
    return Optional.of(new Known(seq, shown));
  }

  @Test
  void a_tag_says_the_number_how_much_is_shown_and_for_whom_it_is() {
    assertEquals("W/\"s4-131-17\"", SERVER.of(131, 17));
    assertEquals("W/\"o4-131-17\"", BROWSER.of(131, 17));
    assertEquals(known(131, 17), SERVER.known(SERVER.of(131, 17)));
    assertEquals(known(0, 0), BROWSER.known(BROWSER.of(0, 0)));
  }

  @Test
  void what_a_server_was_told_is_no_tag_of_a_browser_and_the_other_way_round() {
    assertEquals(Optional.empty(), BROWSER.known(SERVER.of(131, 17)));
    assertEquals(Optional.empty(), SERVER.known(BROWSER.of(131, 17)));
  }

  @Test
  void a_proxy_may_have_made_a_tag_strong() {
    assertEquals(known(7, 1), SERVER.known("\"s4-7-1\""));
  }

  @Test
  void of_several_tags_the_first_that_is_ours_counts() {
    assertEquals(known(7, 1), SERVER.known("\"abc\", W/\"o4-5-1\" , W/\"s4-7-1\",W/\"s4-8-1\""));
  }

  @Test
  void the_largest_number_is_read() {
    assertEquals(
        known(999_999_999_999_999_999L, 999_999_999),
        SERVER.known("W/\"s4-999999999999999999-999999999\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        ",",
        "s4-7-1",
        "W/s4-7-1",
        "W/\"s4-7-1",
        "w/\"s4-7-1\"",
        "W/\"s\"",
        "W/\"s4-7\"",
        "W/\"s4--7-1\"",
        "W/\"s4-7--1\"",
        "W/\"s4-7-1x\"",
        "W/\"s5-7-1\"",
        "W/\"S4-7-1\"",
        "W/\"s4-1000000000000000000-1\"",
        "W/\"s4-7-1000000000\""
      })
  void anything_else_is_passed_over(String header) {
    assertEquals(Optional.empty(), SERVER.known(header));
  }
}
