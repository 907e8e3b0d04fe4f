package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusTagTest {
  private static final StatusTag SERVER = new StatusTag(true);
  private static final StatusTag BROWSER = new StatusTag(false);

  @Test
  void a_tag_says_the_number_and_for_whom_it_is() {
    assertEquals("W/\"s131\"", SERVER.of(131));
    assertEquals("W/\"o131\"", BROWSER.of(131));
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
    assertEquals(OptionalLong.of(7), SERVER.seq("\"s7\""));
  }

  @Test
  void of_several_tags_the_first_that_is_ours_counts() {
    assertEquals(OptionalLong.of(7), SERVER.seq("\"abc\", W/\"o5\" , W/\"s7\",W/\"s8\""));
  }

  @Test
  void the_largest_number_is_read() {
    assertEquals(
        OptionalLong.of(999_999_999_999_999_999L), SERVER.seq("W/\"s999999999999999999\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        ",",
        "s7",
        "W/s7",
        "W/\"s7",
        "w/\"s7\"",
        "W/\"s\"",
        "W/\"s-7\"",
        "W/\"s7x\"",
        "W/\"S7\"",
        "W/\"s1000000000000000000\""
      })
  void anything_else_is_passed_over(String header) {
    assertEquals(OptionalLong.empty(), SERVER.seq(header));
  }
}
