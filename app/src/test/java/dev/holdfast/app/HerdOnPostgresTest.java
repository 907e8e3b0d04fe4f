package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.reservation.BestHerd;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.PostgresStore;
import dev.holdfast.postgres.Till;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two hundred who want the best of 8,000 seats at once, as the service asks a real server. */
final class HerdOnPostgresTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final Stalls STALLS = Stalls.of("80x100");

  private static BestHerd herd() {
    PostgresStore store = SCHEMA.store();
    CatalogPort catalog = new CachedCatalog(store.catalog());
    WorkspaceId workspace = new Till(store).aWorkspace();
    NewDraft draft = STALLS.draft();
    Chart chart = catalog.createChart(workspace, "hall", "Hall", draft.notation(), draft.text());
    catalog.publish(workspace, "hall", chart.draftVersion(), STALLS.plan());
    CreateEventAnswer answer = catalog.createEvent(workspace, "hall", "gala", null);
    return new BestHerd(
        new BestHerd.Stores(catalog, store.ledger(), store.tokens(), store.answers()),
        ((CreateEventAnswer.Created) answer).event(),
        STALLS);
  }

  @Test
  void I1_of_200_who_ask_for_four_seats_each_gets_the_best_that_those_before_him_have_left()
      throws Exception {
    try (BestHerd herd = herd()) {
      assertEquals(200, herd.ask(200, 4));
    }
  }
}
