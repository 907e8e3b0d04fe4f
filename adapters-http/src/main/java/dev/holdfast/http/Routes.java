package dev.holdfast.http;

import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.http.admin.AdminRoutes;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.reference.ReferenceRoutes;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.SeatsioRoutes;
import dev.holdfast.http.seatsio.SeatsioUseCases;
import dev.holdfast.http.thumbnail.ThumbnailRoutes;
import dev.holdfast.http.tmt.TmtRoutes;
import dev.holdfast.http.tmt.TmtUseCases;
import dev.holdfast.http.v1.LiveFeed;
import dev.holdfast.http.v1.V1Routes;
import dev.holdfast.http.v1.V1UseCases;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the server, as data. */
public final class Routes {
  private Routes() {}

  /** The routes over these use cases. */
  public static List<Route> of(HttpSettings settings, UseCases useCases, LiveFeed feed) {
    SharedAnswers answers = new SharedAnswers(settings.bounds().reads());
    return Stream.of(
            V1Routes.of(
                new V1UseCases(
                    useCases.reservations(),
                    useCases.charts(),
                    useCases.events(),
                    useCases.histories(),
                    useCases.integrity(),
                    useCases.webhooks(),
                    feed),
                answers,
                new SharedAnswers(settings.bounds().reads().ofParts()),
                new SharedAnswers(settings.bounds().reads().ofChecks()),
                settings.publicKeyBooking()),
            TmtRoutes.of(
                new TmtUseCases(
                    useCases.reservations(),
                    useCases.charts(),
                    useCases.events(),
                    IdSource.secure()),
                settings.tmt(),
                new SharedAnswers(settings.bounds().reads().ofParts())),
            SeatsioRoutes.of(
                new SeatsioUseCases(
                    useCases.reservations(),
                    useCases.charts(),
                    useCases.events(),
                    useCases.ownWorkspaces(),
                    useCases.houses(),
                    useCases.histories()),
                settings.seatsio(),
                answers,
                new SharedAnswers(settings.bounds().reads().ofParts())),
            // Without an admin key these paths do not exist, so that nothing tells of them.
            settings.adminKey() == null ? List.<Route>of() : AdminRoutes.of(useCases.workspaces()),
            HealthRoutes.of(new SharedReadiness(useCases.readiness(), TimeSource.system())),
            ThumbnailRoutes.of(useCases.charts(), answers, LayoutNotations.sketches()),
            ReferenceRoutes.of())
        .flatMap(List::stream)
        .toList();
  }
}
