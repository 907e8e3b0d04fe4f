package dev.holdfast.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a name leads, now. */
@FunctionalInterface
interface Lookup {
  /** The machine's own. */
  Lookup SYSTEM = name -> List.of(InetAddress.getAllByName(name));

  /**
   * The addresses of a name, at least one. May take as long as the name servers like.
   *
   * @throws UnknownHostException if it has none, or nobody could be asked
   */
  List<InetAddress> addresses(String name) throws UnknownHostException;
}
