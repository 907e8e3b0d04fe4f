package dev.holdfast.domain.event;

/**
 * The key of a category as it was written. Everywhere else keys are texts; the seats.io dialect
 * (section 9) gives back a number where it was given one.
 *
 * @param text 1 to 255 characters
 * @param number whether it was written as a number
 */
public record CategoryKey(String text, boolean number) {
  /**
   * Checked.
   *
   * @throws IllegalArgumentException for a text out of its bounds, or a number that is none
   */
  public CategoryKey {
    RuleText.requireLabel(text);
    if (number) {
      requireWhole(text);
    }
  }

  private static void requireWhole(String text) {
    if (!text.equals(Long.toString(Long.parseLong(text)))) {
      throw new IllegalArgumentException("not a number as numbers are written: " + text);
    }
  }

  /** Written as a number. */
  public static CategoryKey of(long number) {
    return new CategoryKey(Long.toString(number), true);
  }

  /** Written as a text. */
  public static CategoryKey of(String text) {
    return new CategoryKey(text, false);
  }
}
