package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusTagTest {
  private static final StatusTag SERVER = new StatusTag(new EventId(4), true);
  private static final StatusTag BROWSER = new StatusTag(new EventId(4), false);

  @Test
  void a_tag_says_the_number_and_for_whom_it_is() {
    assertEquals("W/\"s4-131\"", SERVER.of(131));
    assertEquals("W/\"o4-131\"", BROWSER.of(131));
    assertEquals(OptionalLong.of(131), SERVER.seq(SERVER.of(131)));
    assertEquals(OptionalLong.of(0), BROWSER.seq(BROWSER.of(0)));
  }

  @Test
  void what_a_server_was_told_is_no_tag_of_a_browser_and_the_other_way_round() {
    assertEquals(OptionalLong.empty(), BROWSER.seq(SERVER.of(131)));
    assertEquals(OptionalLong.empty(), SERVER.seq(BROWSER.of(131)));
  }

  @Test
  void a_proxy_may_have_made_a_tag_strong() {
    assertEquals(OptionalLong.of(7), SERVER.seq("\"s4-7\""));
  }

  @Test
  void of_several_tags_the_first_that_is_ours_counts() {
    assertEquals(OptionalLong.of(7), SERVER.seq("\"abc\", W/\"o4-5\" , W/\"s4-7\",W/\"s4-8\""));
  }

  @Test
  void the_largest_number_is_read() {
    assertEquals(
        OptionalLong.of(999_999_999_999_999_999L), SERVER.seq("W/\"s4-999999999999999999\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        ",",
        "s4-7",
        "W/s4-7",
        "W/\"s4-7",
        "w/\"s4-7\"",
        "W/\"s\"",
        "W/\"s4--7\"",
        "W/\"s4-7x\"",
        "W/\"s5-7\"",
        "W/\"S4-7\"",
        "W/\"s4-1000000000000000000\""
      })
  void anything_else_is_passed_over(String header) {
    assertEquals(OptionalLong.empty(), SERVER.seq(header));
  }
}
