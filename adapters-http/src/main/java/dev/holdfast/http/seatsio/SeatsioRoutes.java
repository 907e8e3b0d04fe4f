package dev.holdfast.http.seatsio;

import dev.holdfast.domain.port.IdSource;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Endpoint;
import dev.holdfast.http.route.FaultShape;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The routes of the seats.io dialect, which stand at the root as seats.io's own do. */
public final class SeatsioRoutes {
  /** How the dialect answers what is wrong with a request. */
  public static final FaultShape FAULTS = new SeatsioFaults();

  /** What the paths of the dialect begin with. */
  private static final Set<String> ROOTS =
      Set.of(
          "accounts",
          "charts",
          "event-log",
          "events",
          "hold-tokens",
          "reports",
          "seasons",
          "system",
          "ticket-buyers",
          "workspaces");

  /** Drawings of charts stand among its paths and are not of this dialect. */
  private static final String DRAWING = ".svg";

  private SeatsioRoutes() {}

  /** Whether a path is one of this dialect, or meant to be. */
  public static boolean isSeatsio(String path) {
    int end = path.indexOf('/', 1);
    String root = path.isEmpty() ? path : path.substring(1, end < 0 ? path.length() : end);
    return ROOTS.contains(root) && !path.endsWith(DRAWING);
  }

  /**
   * The routes over these use cases.
   *
   * @param answers what shares large answers
   * @param parts what shares parts of journals
   */
  public static List<Route> of(
      SeatsioUseCases use, SeatsioSettings settings, SharedAnswers answers, SharedAnswers parts) {
    ChartEndpoints charts = new ChartEndpoints(use, answers, ValidationLevels.OFF);
    return Stream.of(
            HoldTokenEndpoints.routes(use.reservations(), IdSource.secure()),
            StatusEndpoints.routes(use),
            ExtraDataEndpoints.routes(use),
            ObjectEndpoints.routes(use.houses(), use.reservations(), parts),
            ReportEndpoints.routes(use.houses(), use.reservations(), answers),
            ChangeLogEndpoints.routes(use.histories(), use.houses(), parts),
            new DrawingEndpoints(use, answers, ValidationLevels.OFF).routes(),
            new CategoryEndpoints(use).routes(),
            charts.routes(),
            WorkspaceEndpoints.routes(use.workspaces()),
            EventEndpoints.routes(use.events(), IdSource.secure()),
            ForSaleEndpoints.routes(use.events()),
            ChannelEndpoints.routes(use.events().changes(), IdSource.secure()),
            // Without a system secret these paths do not exist (decision 12).
            settings.systemSecret().isEmpty()
                ? List.<Route>of()
                : BootstrapEndpoints.routes(use.workspaces(), IdSource.secure()),
            settings.systemSecret().isEmpty() ? List.<Route>of() : List.of(charts.upload()))
        .flatMap(List::stream)
        .toList();
  }

  /** A route that reads what is a workspace's. */
  static Route get(String path, Endpoint endpoint) {
    return Route.get(path, Access.BASIC_SECRET, endpoint).telling(FAULTS);
  }

  /** A route that does something in a workspace; whether it needs a body is for it to say. */
  static Route post(String path, Endpoint endpoint) {
    return Route.post(path, Access.BASIC_SECRET, BodyKind.RAW, endpoint).telling(FAULTS);
  }

  /** A route that takes a drawing from a company. */
  static Route postDrawing(String path, Endpoint endpoint) {
    return Route.post(path, Access.BASIC_COMPANY, BodyKind.RAW_LAYOUT, endpoint).telling(FAULTS);
  }

  /** A route that deletes something of a workspace, and may have a body. */
  static Route delete(String path, Endpoint endpoint) {
    return Route.delete(path, Access.BASIC_SECRET, BodyKind.RAW, endpoint).telling(FAULTS);
  }
}
