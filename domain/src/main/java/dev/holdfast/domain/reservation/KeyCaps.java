package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.KeyCap;
import dev.holdfast.domain.reservation.HoldRequest.KeyUsed;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much of one event may be held at a time through one API key of each kind, in places.
 *
 * @param ofPublicKey of each public key; empty: no cap
 * @param ofSecretKey of each secret key; empty: no cap
 */
public record KeyCaps(OptionalInt ofPublicKey, OptionalInt ofSecretKey) {
  /** No key has one. */
  public static final KeyCaps NONE = new KeyCaps(OptionalInt.empty(), OptionalInt.empty());

  /** The cap of this key, if there is one for its kind. */
  Optional<KeyCap> of(KeyUsed key) {
    OptionalInt most =
        switch (key.kind()) {
          case PUBLIC -> ofPublicKey;
          case SECRET -> ofSecretKey;
          case ADMIN -> OptionalInt.empty();
        };
    return most.isPresent()
        ? Optional.of(new KeyCap(key.number(), most.getAsInt()))
        : Optional.empty();
  }
}
