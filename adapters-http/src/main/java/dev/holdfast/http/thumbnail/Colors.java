package dev.holdfast.http.thumbnail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Colours of categories. What a chart's author wrote gets into a picture only if it is one. */
final class Colors {
  /** Most colours of one picture; further categories are drawn like what has none. */
  static final int MAX_COLORS = 64;

  /** What has no category. */
  static final String NEUTRAL = "#8d99a6";

  private static final Pattern HEX = Pattern.compile("#[0-9a-f]{3}|#[0-9a-f]{6}");

  private static final Set<String> NAMES =
      Set.of(
          "black", "silver", "gray", "grey", "maroon", "red", "purple", "fuchsia", "green", "lime",
          "olive", "yellow", "navy", "blue", "teal", "aqua", "orange", "gold", "pink", "brown");

  /** For categories without a colour, told apart by people who see colours otherwise, too. */
  private static final List<String> PALETTE =
      List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a800");

  private Colors() {}

  /**
   * The colours to draw by.
   *
   * @param drawn what stands in the layout, null where there is nothing
   */
  static String[] of(@Nullable String[] drawn) {
    String[] colors = new String[drawn.length];
    Set<String> used = new HashSet<>();
    for (int category = 0; category < drawn.length; category++) {
      String color = of(drawn[category], category);
      boolean fits = used.contains(color) || used.size() < MAX_COLORS;
      if (fits) {
        used.add(color);
      }
      colors[category] = fits ? color : NEUTRAL;
    }
    return colors;
  }

  private static String of(@Nullable String drawn, int category) {
    String text = drawn == null ? "" : drawn.toLowerCase(Locale.ROOT);
    return HEX.matcher(text).matches() || NAMES.contains(text)
        ? text
        : PALETTE.get(category % PALETTE.size());
  }
}
