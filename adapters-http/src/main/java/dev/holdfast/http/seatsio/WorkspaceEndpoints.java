package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.CompanyWorkspaces.Which;
import dev.holdfast.domain.catalog.CompanyWorkspaces.WithSecrets;
import dev.holdfast.domain.catalog.IssuedKey;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceChange;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Endpoint;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The workspaces of a company (section 7, and of the newer ones in section 27 their keys). */
final class WorkspaceEndpoints {
  private static final String ALL = "/workspaces";
  private static final String ONE = ALL + "/{workspaceKey}";
  private static final String ACTIONS = ONE + "/actions";

  private final CompanyWorkspaces workspaces;

  private WorkspaceEndpoints(CompanyWorkspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** The routes over these workspaces. */
  static List<Route> routes(CompanyWorkspaces workspaces) {
    WorkspaceEndpoints endpoints = new WorkspaceEndpoints(workspaces);
    return List.of(
        get(ALL, endpoints.list(Which.ALL)),
        get(ALL + "/active", endpoints.list(Which.ACTIVE)),
        get(ALL + "/inactive", endpoints.list(Which.INACTIVE)),
        post(ALL, endpoints::create),
        post(
            ALL + "/actions/set-default/{workspaceKey}",
            endpoints.change(new WorkspaceChange.MakeDefault())),
        get(ONE, endpoints::find),
        post(ONE, endpoints::rename),
        Route.delete(ONE, Access.BASIC_COMPANY, endpoints.change(new WorkspaceChange.Delete()))
            .telling(SeatsioRoutes.FAULTS),
        post(ACTIONS + "/activate", endpoints.change(new WorkspaceChange.Activate())),
        post(ACTIONS + "/deactivate", endpoints.change(new WorkspaceChange.Deactivate())),
        post(ACTIONS + "/regenerate-secret-key", endpoints::regenerateSecretKey),
        post(ACTIONS + "/add-secret-key", endpoints::addSecretKey),
        post(ACTIONS + "/remove-secret-key", endpoints::removeSecretKey));
  }

  private static Route get(String path, Endpoint endpoint) {
    return Route.get(path, Access.BASIC_COMPANY, endpoint).telling(SeatsioRoutes.FAULTS);
  }

  private static Route post(String path, Endpoint endpoint) {
    return Route.post(path, Access.BASIC_COMPANY, BodyKind.RAW, endpoint)
        .telling(SeatsioRoutes.FAULTS);
  }

  private static CompanyId company(Call call) {
    return call.opened().company();
  }

  private static String key(Call call) {
    return call.path("workspaceKey");
  }

  private Endpoint list(Which which) {
    return call ->
        PageJson.answer(
            workspaces.list(
                company(call), which, call.query("filter").orElse(""), Cursors.of(call)),
            each -> each.workspace().id().value(),
            WorkspaceEndpoints::write);
  }

  private Answer create(Call call) {
    BodyReader body = SeatsioBody.of(call);
    String name = body.text("name", 1, BodyReader.MAX_LABEL);
    boolean test = body.flag("isTest");
    body.check();
    return call.change(
        () -> workspaces.add(company(call), name, test),
        outcome -> answer(call, outcome, made -> Answer.created(json -> write(json, made))));
  }

  private Answer find(Call call) {
    return answer(
        call,
        workspaces.find(company(call), key(call)),
        found -> Answer.ok(json -> write(json, found)));
  }

  private Answer rename(Call call) {
    BodyReader body = SeatsioBody.of(call);
    String name = body.text("name", 1, BodyReader.MAX_LABEL);
    body.check();
    return change(new WorkspaceChange.Rename(name)).handle(call);
  }

  private Endpoint change(WorkspaceChange change) {
    return call ->
        call.<Workspace>change(
            () -> workspaces.change(company(call), key(call), change),
            outcome -> SeatsioAnswers.done(outcome, Names.of(call)));
  }

  private Answer regenerateSecretKey(Call call) {
    return call.change(
        () -> workspaces.regenerateSecretKey(company(call), key(call)),
        outcome -> answer(call, outcome, issued -> Answer.ok(secret(issued))));
  }

  private Answer addSecretKey(Call call) {
    return call.change(
        () -> workspaces.addSecretKey(company(call), key(call)),
        outcome -> answer(call, outcome, issued -> Answer.ok(secret(issued))));
  }

  private Answer removeSecretKey(Call call) {
    BodyReader body = SeatsioBody.of(call);
    String secret = body.text("secretKey", 1, BodyReader.MAX_LABEL);
    body.check();
    return call.change(
        () -> workspaces.removeSecretKey(company(call), key(call), secret),
        outcome -> SeatsioAnswers.done(outcome, Names.of(call)));
  }

  private static <T> Answer answer(Call call, Outcome<T> outcome, Function<T, Answer> accepted) {
    return SeatsioAnswers.of(outcome, Names.of(call), accepted);
  }

  private static JsonContent secret(IssuedKey issued) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("secretKey", issued.text());
      json.writeEndObject();
    };
  }

  /** A workspace; without the secret keys that were told once and are not shown again. */
  static void write(JsonGenerator json, WithSecrets shown) throws IOException {
    Workspace workspace = shown.workspace();
    json.writeStartObject();
    json.writeNumberField("id", workspace.id().value());
    json.writeStringField("name", workspace.name());
    json.writeStringField("key", workspace.key());
    if (!shown.secretKeys().isEmpty()) {
      json.writeStringField("secretKey", shown.secretKeys().getLast());
    }
    json.writeArrayFieldStart("secretKeys");
    for (String each : shown.secretKeys()) {
      json.writeString(each);
    }
    json.writeEndArray();
    json.writeBooleanField("isTest", workspace.test());
    json.writeBooleanField("isActive", workspace.active());
    json.writeBooleanField("isDefault", workspace.isDefault());
    json.writeObjectFieldStart("settings");
    json.writeEndObject();
    json.writeEndObject();
  }
}
