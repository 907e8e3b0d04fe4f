package dev.holdfast.http.seatsio;

import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.ChangeList.Order;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.Problems;
import dev.holdfast.http.route.Call;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which changes of status are asked for, and in which order (section 20). */
final class ChangeQuery {
  private static final String SORT = "sort";
  private static final String FILTER_TYPE = "filterType";

  /** The only way to filter: what contains the text. */
  private static final String CONTAINS = "CONTAINS";

  private static final Order NEWEST_FIRST = new Order(ChangeList.Key.NUMBER, true);

  private static final Map<String, ChangeList.Key> KEYS =
      Map.of(
          "objectLabel",
          ChangeList.Key.OBJECT,
          "status",
          ChangeList.Key.STATUS,
          "date",
          ChangeList.Key.TIME);

  private ChangeQuery() {}

  /**
   * What a call asks for.
   *
   * @param object the only one whose changes are asked for; empty: all
   * @throws dev.holdfast.http.json.InvalidRequest when it asks for what there is not
   */
  static ChangeList of(Call call, Optional<String> object) {
    Problems problems = new Problems();
    Optional<String> type = call.query(FILTER_TYPE);
    if (type.isPresent() && !type.get().equalsIgnoreCase(CONTAINS)) {
      problems.add(DotPath.ROOT.to(FILTER_TYPE), "must be " + CONTAINS);
    }
    Optional<Order> order =
        call.query(SORT).map(ChangeQuery::order).orElse(Optional.of(NEWEST_FIRST));
    if (order.isEmpty()) {
      problems.add(
          DotPath.ROOT.to(SORT), "must be objectLabel, status or date, with :asc or :desc if any");
    }
    problems.check();
    return new ChangeList(
        object,
        call.query("filter").orElse(""),
        order.orElse(NEWEST_FIRST),
        SeatsioStatus.RESERVED);
  }

  /** A key, and perhaps a direction in capitals or small letters. */
  private static Optional<Order> order(String text) {
    int colon = text.indexOf(':');
    ChangeList.Key key = KEYS.get(colon < 0 ? text : text.substring(0, colon));
    if (key == null) {
      return Optional.empty();
    }
    return switch (colon < 0 ? "asc" : text.substring(colon + 1).toLowerCase(Locale.ROOT)) {
      case "asc" -> Optional.of(new Order(key, false));
      case "desc" -> Optional.of(new Order(key, true));
      default -> Optional.empty();
    };
  }
}
