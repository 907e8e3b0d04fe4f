package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One slip of paper on the clerk's desk: a hold or a sale.
 *
 * @param number later slips have higher ones
 * @param token null for what the house sold in nobody's name
 * @param until deadline of a hold; a sale has none
 * @param sold when it was sold; a hold never was
 * @param key the API key that it counts for, 0 if none
 * @param status "held", or what the sale is called
 * @param hangs what hangs on it
 */
record Slip(
    long number,
    String object,
    @Nullable String category,
    @Nullable HoldToken token,
    int places,
    Instant since,
    @Nullable Instant until,
    @Nullable Instant sold,
    long key,
    String status,
    Hangs hangs) {

  /**
   * What hangs on an object.
   *
   * @param offer how it is on resale, or goes back there; null where it is not
   */
  record Hangs(
      @Nullable String order,
      @Nullable String ticketType,
      @Nullable String extra,
      @Nullable String offer) {
    static final Hangs NOTHING = new Hangs(null, null, null, null);

    Hangs withOffer(@Nullable String newer) {
      return new Hangs(order, ticketType, extra, newer);
    }

    Hangs withExtra(@Nullable String newer) {
      return new Hangs(order, ticketType, newer, offer);
    }

    String told() {
      return " " + order + " " + ticketType + " " + extra + " " + offer;
    }
  }

  /** A hold on which nothing hangs. */
  static Slip hold(
      long number,
      String object,
      @Nullable String category,
      HoldToken token,
      int places,
      Instant since,
      Instant until) {
    return new Slip(
        number, object, category, token, places, since, until, null, 0, "held", Hangs.NOTHING);
  }

  /** A sale of what nobody held. */
  static Slip sale(
      long number,
      String object,
      @Nullable String category,
      @Nullable HoldToken token,
      int places,
      Instant now,
      String status) {
    return new Slip(
        number, object, category, token, places, now, null, now, 0, status, Hangs.NOTHING);
  }

  boolean isHeld() {
    return until != null;
  }

  boolean isOnResale() {
    return status.equals("resale");
  }

  Slip heldTill(Instant deadline) {
    return new Slip(
        number, object, category, token, places, since, deadline, null, key, status, hangs);
  }

  Slip soldAt(Instant now, String newStatus) {
    return new Slip(
        number, object, category, token, places, since, null, now, key, newStatus, hangs);
  }

  Slip called(String newStatus) {
    return new Slip(
        number, object, category, token, places, since, until, sold, key, newStatus, hangs);
  }

  Slip withPlaces(int count) {
    return new Slip(number, object, category, token, count, since, until, sold, key, status, hangs);
  }

  Slip through(long newKey) {
    return new Slip(
        number, object, category, token, places, since, until, sold, newKey, status, hangs);
  }

  Slip with(Hangs newer) {
    return new Slip(
        number, object, category, token, places, since, until, sold, key, status, newer);
  }

  /** A slip torn from this one, with a number of its own. */
  Slip torn(long newNumber, int count) {
    return new Slip(
        newNumber, object, category, token, count, since, until, sold, key, status, hangs);
  }

  /** On resale again, in nobody's name. */
  Slip backOnResale(Instant now) {
    Hangs left = Hangs.NOTHING.withOffer(hangs.offer);
    return new Slip(number, object, category, null, places, since, null, now, 0, "resale", left);
  }

  String told() {
    String word = until == null ? status : status + " till " + Told.time(until);
    String owner = token == null ? "nobody" : token.value();
    return object + "/" + category + "*" + places + " " + owner + " " + word + hangs.told();
  }
}
