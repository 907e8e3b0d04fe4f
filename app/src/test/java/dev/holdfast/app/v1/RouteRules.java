package dev.holdfast.app.v1;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths that do not exist, and paths that exist for another method. */
public abstract class RouteRules extends V1Rules {

  @Test
  void unknown_paths_are_not_found() {
    for (String path :
        List.of(
            "/api/v1",
            "/api/v1/",
            "/api/v1/nonsense",
            "/api/v2/events",
            "/api/nonsense",
            venue.path("/nonsense"),
            venue.path("/seats"),
            venue.path("/seats/steal"),
            venue.chartPath("/validate"),
            venue.path("/status/more"))) {
      Check.envelope(404, venue.sk().get(path));
      Check.envelope(404, venue.sk().post(path, "{}"));
      Check.envelope(404, venue.sk().delete(path));
    }
  }

  @Test
  void B_11_a_path_asked_with_the_wrong_method_says_so() {
    for (String step : List.of("hold", "book", "release", "extend")) {
      Check.envelope(405, venue.sk().get(venue.path("/seats/" + step)));
      Check.envelope(405, venue.sk().delete(venue.path("/seats/" + step)));
      Check.envelope(405, venue.sk().patch(venue.path("/seats/" + step), "{}"));
    }
    Check.envelope(405, venue.sk().post(venue.path("/status"), "{}"));
    Check.envelope(405, venue.sk().post(venue.path("/reports"), "{}"));
    Check.envelope(405, venue.sk().delete(TestVenue.CHARTS));
    Check.envelope(405, venue.sk().patch(TestVenue.EVENTS, "{}"));
    Check.envelope(405, venue.sk().post(venue.path(""), "{}"));
    Check.envelope(405, venue.sk().get(venue.chartPath("/publish")));
    venue.sk().get(venue.path("")).ok();
  }
}
