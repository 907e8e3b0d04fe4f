package dev.holdfast.http.v1;

import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.domain.reservation.ReleaseRequest.Scope;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.http.json.BodyReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what is to be extended, booked and released. Holding is in {@link HoldWish}. */
final class SeatRequests {
  /** What holding asks of a token: long enough to be no accident. */
  static final int MIN_TOKEN = 8;

  private static final int EXTEND_SECONDS = 600;
  private static final int MAX_EXTEND_SECONDS = 3_600;

  private SeatRequests() {}

  static ExtendRequest extend(BodyReader body) {
    String token = body.text("holdToken", MIN_TOKEN, HoldToken.MAX_LENGTH);
    Optional<List<String>> labels = body.optionalLabels("labels", HoldPolicy.MAX_OBJECTS);
    int seconds = body.optionalInteger("ttlSeconds", 1, MAX_EXTEND_SECONDS).orElse(EXTEND_SECONDS);
    body.check();
    return new ExtendRequest(new HoldToken(token), labels, Duration.ofSeconds(seconds));
  }

  static BookRequest book(BodyReader body) {
    List<String> labels = body.labels("objectLabels", HoldPolicy.MAX_OBJECTS);
    String token = body.text("holdToken", 1, HoldToken.MAX_LENGTH);
    ExtraData extraData = body.extraData("extraData");
    body.check();
    return new BookRequest(new HoldToken(token), labels, extraData, null);
  }

  /**
   * Whose objects are released: a browser's own always, for a server those of a token or anybody's.
   */
  static ReleaseRequest release(BodyReader body, boolean publicKey) {
    List<String> labels = body.labels("objectLabels", HoldPolicy.MAX_OBJECTS);
    if (publicKey) {
      body.require("holdToken");
    }
    Optional<String> token = body.optionalText("holdToken", 1, HoldToken.MAX_LENGTH);
    boolean allPlaces = body.flag("allPlaces");
    body.check();
    // For a server an area's key under a token means what was booked with it, too: there is no
    // other way to refund one buyer's places.
    Optional<Scope> own = token.map(text -> new OfToken(new HoldToken(text), !publicKey));
    return new ReleaseRequest(labels, own.orElseGet(() -> new Anybodys(allPlaces)));
  }
}
