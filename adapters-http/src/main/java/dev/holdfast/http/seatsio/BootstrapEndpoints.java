package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.CompanyWorkspaces.Opened;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Route;
import java.io.IOException;
import java.util.List;

/** Companies for the test suites of seats.io's clients (section 6). */
final class BootstrapEndpoints {
  private static final int DESIGNER_KEY_CHARACTERS = 32;

  private final CompanyWorkspaces workspaces;
  private final IdSource ids;

  private BootstrapEndpoints(CompanyWorkspaces workspaces, IdSource ids) {
    this.workspaces = workspaces;
    this.ids = ids;
  }

  /** The routes over these workspaces. */
  static List<Route> routes(CompanyWorkspaces workspaces, IdSource ids) {
    BootstrapEndpoints endpoints = new BootstrapEndpoints(workspaces, ids);
    return List.of(
        Route.post(
                "/system/private/create-test-company",
                Access.BASIC_SYSTEM,
                _ -> endpoints.createTestCompany())
            .telling(SeatsioRoutes.FAULTS));
  }

  private Answer createTestCompany() {
    Opened opened = workspaces.open("Test company", "Main workspace");
    // There is no designer that it would open; clients want to be told one.
    String designerKey = ids.text(DESIGNER_KEY_CHARACTERS);
    return Answer.created(json -> write(json, opened, designerKey));
  }

  private static void write(JsonGenerator json, Opened opened, String designerKey)
      throws IOException {
    Workspace workspace = opened.workspace().workspace();
    json.writeStartObject();
    json.writeObjectFieldStart("admin");
    json.writeNumberField("id", workspace.company().value());
    json.writeStringField("email", opened.company().key() + "@example.test");
    json.writeStringField("secretKey", opened.admin().text());
    json.writeStringField("designerKey", designerKey);
    json.writeEndObject();
    json.writeFieldName("workspace");
    WorkspaceEndpoints.write(json, opened.workspace());
    json.writeEndObject();
  }
}
