package dev.holdfast.http.outbound;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(false);
  private final AddressGuard closed = new AddressGuard(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.254",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::808:808",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::a00:1",
        "100::1",
        "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001::1",
        "2001:0:808:808::1",
        "2001:2::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "3ffe::1",
        "3fff::1",
        "3fff:fff:ffff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fe80::1",
        "febf:ffff::1",
        "fec0::1",
        "ff02::1"
      })
  void what_is_not_of_the_public_internet_is_forbidden(String address) {
    assertTrue(guard.forbids(InetAddress.ofLiteral(address)), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "168.63.129.15",
        "168.63.129.17",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "203.0.114.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2003::1",
        "2606:4700::1111",
        "2a00:1450::1",
        "3ffd:ffff::1",
        "3fff:1000::1"
      })
  void what_is_public_is_not(String address) {
    assertFalse(guard.forbids(InetAddress.ofLiteral(address)), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7f000001", "0a000001", "a9fea9fe", "08080808"})
  void an_ipv4_address_mapped_into_ipv6_is_forbidden_whichever_it_is(String mapped)
      throws UnknownHostException {
    assertTrue(guard.forbids(mapped(mapped)));
  }

  @Test
  void one_forbidden_address_among_public_ones_is_enough() {
    List<InetAddress> mixed =
        List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1"));

    assertTrue(guard.forbidsAny(mixed));
    assertTrue(guard.forbidsAny(mixed.reversed()));
    assertFalse(guard.forbidsAny(mixed.subList(0, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.1.1",
        "8.8.8.8",
        "::1",
        "fd12::1",
        "fe80::1"
      })
  void a_closed_network_is_let_in_by_the_switch(String address) {
    assertFalse(closed.forbids(InetAddress.ofLiteral(address)), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "239.1.2.3", "255.255.255.255", "ff02::1"})
  void an_address_of_no_single_receiver_is_forbidden_even_there(String address) {
    assertTrue(closed.forbids(InetAddress.ofLiteral(address)), address);
  }

  @Test
  void the_same_holds_for_one_that_is_mapped_into_ipv6() throws UnknownHostException {
    assertTrue(closed.forbids(mapped("00000000")));
    assertTrue(closed.forbids(mapped("e0000001")));
    assertFalse(closed.forbids(mapped("7f000001")));
  }

  /** The only way to one: the JDK turns a mapped address that it reads into the one inside. */
  private static InetAddress mapped(String ipv4) throws UnknownHostException {
    byte[] bytes = HexFormat.of().parseHex("00000000000000000000ffff" + ipv4);
    return Inet6Address.getByAddress("mapped", bytes, -1);
  }
}
