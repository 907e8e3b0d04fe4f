package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeatsioRoutesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/charts", "/charts/a/b", "/events/", "/hold-tokens/x", "/system/private/x"})
  void a_path_of_the_dialect_is_known_by_its_beginning(String path) {
    assertTrue(SeatsioRoutes.isSeatsio(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/nothing",
        "/chartsandmore",
        "/api/v1/charts",
        "/tmt/charts",
        "/list_charts_seatsio",
        "/charts/c/thumbnail.svg",
        "*",
      })
  void other_paths_are_none(String path) {
    assertFalse(SeatsioRoutes.isSeatsio(path));
  }
}
