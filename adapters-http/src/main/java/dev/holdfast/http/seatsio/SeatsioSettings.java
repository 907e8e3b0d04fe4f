package dev.holdfast.http.seatsio;

import java.util.Optional;

/**
 * How the seats.io dialect is spoken.
 *
 * @param systemSecret opens the paths by which clients' tests make companies (decision 12); empty:
 *     they do not exist
 */
public record SeatsioSettings(Optional<String> systemSecret) {
  /** Nobody makes companies. */
  public static final SeatsioSettings STANDARD = new SeatsioSettings(Optional.empty());

  public SeatsioSettings {
    if (systemSecret.filter(String::isEmpty).isPresent()) {
      throw new IllegalArgumentException("an empty system secret would be no secret");
    }
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "SeatsioSettings[system " + systemSecret.isPresent() + "]";
  }
}
