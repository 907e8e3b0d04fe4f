package dev.holdfast.http.tmt;

import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Endpoint;
import dev.holdfast.http.route.FaultShape;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes of the tmt dialect: each function under its name at the root, as TMT's own are called,
 * and under {@code /tmt/}.
 */
public final class TmtRoutes {
  /** How the dialect answers what is wrong with a request. */
  public static final FaultShape FAULTS = new TmtFaults();

  private static final String PREFIX = "/tmt/";

  /** What the names of all functions end with. */
  private static final String SUFFIX = "_seatsio";

  private TmtRoutes() {}

  /** Whether a path is one of this dialect, or meant to be. */
  public static boolean isTmt(String path) {
    return path.startsWith(PREFIX) || (path.endsWith(SUFFIX) && path.lastIndexOf('/') == 0);
  }

  /**
   * The routes over these use cases.
   *
   * @param lists what shares lists, which have no pages in this dialect
   */
  public static List<Route> of(TmtUseCases use, TmtSettings settings, SharedAnswers lists) {
    EventFunctions events = new EventFunctions(use, lists);
    SeatFunctions seats = new SeatFunctions(use, settings.holdLife());
    ChartFunctions charts = new ChartFunctions(use.charts(), lists);
    Map<String, Endpoint> needing = new LinkedHashMap<>();
    needing.put("create_event_seatsio", events::create);
    needing.put("hold_seats_seatsio", seats::hold);
    needing.put("extend_seats_seatsio", seats::extend);
    needing.put("release_seats_seatsio", seats::release);
    needing.put("expire_hold_token_seatsio", seats::expire);
    needing.put("book_seats_seatsio", seats::book);
    needing.put("published_charts_seatsio", charts::published);
    needing.put("list_objects_charts_seatsio", charts::objects);
    needing.put("add_tags_to_chart_seatsio", charts::addTags);
    needing.put("remove_tags_from_chart_seatsio", charts::removeTags);
    needing.put("copy_chart_seatsio", charts::copy);
    List<Route> routes = new ArrayList<>();
    needing.forEach((name, endpoint) -> add(routes, name, BodyKind.ORDINARY, endpoint));
    add(routes, "list_event_seatsio", BodyKind.OPTIONAL, events::list);
    add(routes, "list_charts_seatsio", BodyKind.OPTIONAL, charts::list);
    return List.copyOf(routes);
  }

  private static void add(List<Route> routes, String name, BodyKind body, Endpoint endpoint) {
    for (String path : List.of("/" + name, PREFIX + name)) {
      routes.add(Route.post(path, Access.SECRET_UNLESS_OPEN, body, endpoint).telling(FAULTS));
    }
  }
}
