package dev.holdfast.app;

import dev.holdfast.domain.catalog.OpenedCompany;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.UseCases;
import dev.holdfast.http.v1.V1Layouts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a first start with an empty store makes: a company to try things with, a chart published and
 * an event on sale in its test workspace.
 *
 * @param company with the texts of its keys
 * @param event the event on sale
 */
public record Demo(OpenedCompany company, Event event) {
  /** Fixed, so that two nodes that start at once on one store make one company. */
  private static final String COMPANY_KEY = "co_demo";

  private static final String LAYOUT =
      """
      {"categories": [{"key": "stalls", "label": "Stalls", "color": "#3b6ea5"},
                      {"key": "balcony", "label": "Balcony", "color": "#8a5ea5"},
                      {"key": "floor", "label": "Floor", "color": "#5ea56b"}],
       "rows": [{"label": "A", "seats": 30, "categoryKey": "stalls"},
                {"label": "B", "seats": 30, "categoryKey": "stalls"},
                {"label": "C", "seats": 30, "categoryKey": "stalls"}],
       "sections": [{"label": "Balcony", "rows": [
                {"label": "A", "seats": 20, "categoryKey": "balcony"}]}],
       "gaAreas": [{"key": "standing", "label": "Standing", "capacity": 200,
                    "categoryKey": "floor"}],
       "shapes": [{"type": "rect", "x": 0, "y": -60, "width": 600, "height": 30,
                   "text": "Stage"}]}
      """;

  /**
   * Makes it, if the store is empty.
   *
   * @param tell is told the company's keys as soon as they are stored: whatever fails afterwards,
   *     somebody can still get in
   */
  static Optional<Demo> onFirstStart(UseCases useCases, Consumer<String> tell) {
    if (!useCases.workspaces().list().isEmpty()) {
      return Optional.empty();
    }
    OpenedCompany company;
    try {
      company = useCases.workspaces().open("demo", COMPANY_KEY);
    } catch (StoreFailure.Rejected e) {
      // Another node was faster.
      return Optional.empty();
    }
    tell.accept(keys(company));
    List<Company.WithKeys> workspaces = company.company().workspaces();
    WorkspaceId test = workspaces.getLast().workspace().id();
    NewDraft draft = V1Layouts.draft(LAYOUT);
    Chart chart = useCases.charts().create(test, "Demo hall", draft);
    expect(useCases.charts().publish(test, chart.key()));
    Event event = expect(useCases.events().create(test, chart.key(), "Demo night"));
    return Optional.of(new Demo(company, event));
  }

  private static <T> T expect(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T answer) -> answer;
      case Outcome.Refused<T> refused ->
          throw new IllegalStateException("the demo was refused: " + refused.reasons());
      case Outcome.Repeated<T> _ -> throw new IllegalStateException("the demo has no key");
    };
  }

  private static String keys(OpenedCompany company) {
    return """
    A demo company was made. Its keys, shown only this once:
      test workspace  public key  %s
                      secret key  %s
      live workspace  public key  %s
                      secret key  %s
      company         admin key   %s
    """
        .formatted(
            company.testPublic().text(),
            company.testSecret().text(),
            company.livePublic().text(),
            company.liveSecret().text(),
            company.admin().text());
  }

  /** What is on sale. */
  String announcement() {
    return "A demo event is on sale in its test workspace: " + event.key();
  }
}
