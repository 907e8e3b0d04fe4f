package dev.holdfast.http.load;

import java.time.Duration;

/**
 * How many requests are carried out at a time. Reads and changes are counted apart, so that a crowd
 * that looks does not stand in the way of a sale.
 *
 * @param fewest are always let in, however slow the store is; at least 1
 * @param most are let in while answers come soon; what is beyond is refused at once
 * @param soon an answer that takes longer lets fewer in
 * @param layouts requests that read a whole layout, at work or waiting for their turn
 * @param head how long the request line and the headers of one request may take to arrive
 * @param crowdedIdle silence after which a connection is closed while there are as many as there
 *     may be
 */
public record AdmissionBounds(
    int fewest, int most, Duration soon, int layouts, Duration head, Duration crowdedIdle) {
  /**
   * At five thousand answers a second four thousand requests wait less than a second; at a hundred,
   * 256 wait two and a half. All together are fewer than may wait for the writer.
   */
  public static final AdmissionBounds STANDARD =
      new AdmissionBounds(
          256, 4_000, Duration.ofSeconds(1), 64, Duration.ofSeconds(10), Duration.ofSeconds(2));

  public AdmissionBounds {
    if (fewest < 1 || most < fewest || layouts < 1) {
      throw new IllegalArgumentException("somebody must be let in");
    }
  }
}
