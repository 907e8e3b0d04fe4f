package dev.holdfast.domain.event;

import java.util.Map;

/**
 * Whether an event sells tables as a whole or their seats (seats.io dialect, section 12).
 *
 * @param tables by label of 1 to 255 characters; only with {@link Mode#CUSTOM}. None need be drawn
 */
public record TableBooking(Mode mode, Map<String, Way> tables) {
  /** For all tables at once, or one by one. */
  public enum Mode {
    /** As the chart says. */
    INHERIT,
    ALL_BY_SEAT,
    ALL_BY_TABLE,
    /** As listed; what is not listed by seat. */
    CUSTOM
  }

  /** How one table is sold. */
  public enum Way {
    BY_SEAT,
    BY_TABLE
  }

  /** As the chart says. */
  public static final TableBooking INHERIT = all(Mode.INHERIT);

  /**
   * Checked.
   *
   * @throws IllegalArgumentException when tables are listed without {@link Mode#CUSTOM}, or a label
   *     is out of its bounds
   */
  public TableBooking {
    tables = RuleText.inOrder(tables);
    if (mode != Mode.CUSTOM && !tables.isEmpty()) {
      throw new IllegalArgumentException("tables are listed in the mode CUSTOM only");
    }
  }

  /** All tables alike. */
  public static TableBooking all(Mode mode) {
    return new TableBooking(mode, Map.of());
  }

  /**
   * Whether a table is sold as a whole.
   *
   * @param inChart whether the chart has it so
   */
  public boolean asAWhole(String table, boolean inChart) {
    return switch (mode) {
      case INHERIT -> inChart;
      case ALL_BY_SEAT -> false;
      case ALL_BY_TABLE -> true;
      case CUSTOM -> tables.get(table) == Way.BY_TABLE;
    };
  }

  /** How many labels it is made of. */
  public int size() {
    return tables.size();
  }
}
