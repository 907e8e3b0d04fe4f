package dev.holdfast.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Invalid url | ''",
        "Invalid url | https://",
        "Invalid url | https://a b/",
        "Invalid url | https://a\\b/",
        "Invalid url | https://example.com/%zz",
        "Invalid url | https://[::1/",
        "must begin with https | /hooks",
        "must begin with https | example.com/hooks",
        "must begin with https | //example.com/hooks",
        "must be https | http://example.com/",
        "must be https | ftp://example.com/",
        "must be https | file:///etc/passwd",
        "must be https | javascript:alert(1)",
        "fragment | https://example.com/#",
        "fragment | https://example.com/#part",
        "user | https://me@example.com/",
        "user | https://me:secret@example.com/",
        "user | https://@example.com/",
        "user | https://example.com@127.0.0.1/",
        "name a host | https:///hooks",
        "name a host | https:hooks",
        "name a host | https://:443/",
        "name a host | https://./",
        "number from 1 | https://example.com:/",
        "number from 1 | https://example.com:0/",
        "number from 1 | https://example.com:65536/",
        "number from 1 | https://example.com:99999999999/",
        "number from 1 | https://example.com:-1/",
        "number from 1 | https://example.com:8a/",
        "name of a host | https://a..example/",
        "name of a host | https://-a.example/",
        "name of a host | https://a-.example/",
        "name of a host | https://example.com../",
        "name of a host | https://exa%6dple.com/",
        "ASCII | https://b\u00fccher.example/",
        "ASCII | https://127\u30020\u30020\u30021/",
        "ASCII | https://\uff11\uff12\uff17.0.0.1/",
        "four decimal | https://2130706433/",
        "four decimal | https://0x7f000001/",
        "four decimal | https://0X7F000001/",
        "four decimal | https://0x7f.1/",
        "four decimal | https://127.0.0.0x1/",
        "four decimal | https://017700000001/",
        "four decimal | https://0177.0.0.1/",
        "four decimal | https://127.0.0.01/",
        "four decimal | https://127.1/",
        "four decimal | https://127.0.1/",
        "four decimal | https://127.1./",
        "four decimal | https://1.2.3.4.5/",
        "four decimal | https://example.123/",
        "four decimal | https://[::ffff:127.0.0.1]/",
        "four decimal | https://[::FFFF:7F00:1]/",
        "four decimal | https://[::ffff:8.8.8.8]/",
        "IP address | https://256.0.0.1/",
        "reserved address | https://localhost/",
        "reserved address | https://LocalHost/",
        "reserved address | https://localhost./",
        "reserved address | https://localhost:8443/",
        "reserved address | https://a.localhost/",
        "reserved address | https://printer.local/",
        "reserved address | https://metadata.google.internal/",
        "reserved address | https://Metadata.Google.INTERNAL./",
      })
  void a_url_that_cannot_be_a_webhooks_says_why(String why, String url) {
    UnusableUrl problem = assertThrows(UnusableUrl.class, () -> WebhookUrl.read(url, false));

    assertTrue(problem.why().contains(why), problem.why());
  }

  @Test
  void a_url_is_bounded() throws UnusableUrl {
    String longest = "https://example.com/" + "x".repeat(2_028);

    assertEquals(2_028 + 1, WebhookUrl.read(longest, false).path().length());
    assertThrows(UnusableUrl.class, () -> WebhookUrl.read(longest + "x", false));
  }

  @Test
  void a_name_is_bounded() {
    String label = "x".repeat(63) + ".";

    assertThrows(UnusableUrl.class, () -> WebhookUrl.read("https://x" + label + "com/", false));
    assertThrows(
        UnusableUrl.class, () -> WebhookUrl.read("https://" + label.repeat(4) + "com/", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.com | 443 | / | https://example.com",
        "example.com | 443 | / | HTTPS://EXAMPLE.com/",
        "example.com | 8443 | /a//b/../c | https://example.com.:8443/a//b/../c",
        "example.com | 443 | /?x=1&y=%2F | https://example.com?x=1&y=%2F",
        "example.com | 443 | //a?b=/c | https://example.com//a?b=/c",
        "example.com | 65535 | /%C3%BC?%C3%BC | https://example.com:65535/\u00fc?\u00fc",
        "xn--bcher-kva.example | 1 | / | https://xn--bcher-kva.example:1/",
        "my_app | 443 | / | https://my_app/",
        "localhost.example | 443 | / | https://localhost.example/",
      })
  void a_url_is_read_to_the_letter(String host, int port, String path, String url)
      throws UnusableUrl {
    assertEquals(
        new WebhookUrl(true, new Host(host, Optional.empty()), port, path),
        WebhookUrl.read(url, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "127.0.0.1", "[::1]", "[2001:DB8::1]", "[fd00:ec2::254]"})
  void an_address_is_known_as_one(String host) throws UnusableUrl {
    String literal = host.replace("[", "").replace("]", "");

    assertEquals(
        Optional.of(InetAddress.ofLiteral(literal)),
        WebhookUrl.read("https://" + host + ":8443/", false).host().address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[fe80::1%25eth0]", "[fe80::1%eth0]", "[v1.x]", "[::1]x", "[]"})
  void what_only_looks_like_an_ipv6_address_is_none(String host) {
    assertThrows(UnusableUrl.class, () -> WebhookUrl.read("https://" + host + "/", false));
  }

  @Test
  void a_closed_network_may_use_http_and_its_own_names() throws UnusableUrl {
    assertEquals(
        new WebhookUrl(false, new Host("localhost", Optional.empty()), 80, "/hooks"),
        WebhookUrl.read("http://localhost/hooks", true));
    assertThrows(UnusableUrl.class, () -> WebhookUrl.read("ftp://localhost/hooks", true));
    assertThrows(UnusableUrl.class, () -> WebhookUrl.read("http://2130706433/", true));
  }
}
