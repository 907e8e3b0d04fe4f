package dev.holdfast.http.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.IssuedKey;
import dev.holdfast.domain.catalog.OpenedCompany;
import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.http.json.Timestamps;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Workspaces and keys as the operator sees them. Texts of keys appear where they are made only. */
final class AdminJson {
  private AdminJson() {}

  static void opened(JsonGenerator json, OpenedCompany opened) throws IOException {
    json.writeStartObject();
    names(json, opened.company());
    json.writeStringField("adminSecretKey", opened.admin().text());
    json.writeObjectFieldStart("keys");
    pair(json, "live", opened.livePublic(), opened.liveSecret());
    pair(json, "test", opened.testPublic(), opened.testSecret());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void pair(JsonGenerator json, String name, IssuedKey publicKey, IssuedKey secret)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("publicKey", publicKey.text());
    json.writeStringField("secretKey", secret.text());
    json.writeEndObject();
  }

  static void company(JsonGenerator json, Company company) throws IOException {
    json.writeStartObject();
    names(json, company);
    json.writeStringField("createdAt", Timestamps.text(company.createdAt()));
    json.writeObjectFieldStart("keys");
    for (Company.WithKeys each : pair(company)) {
      keys(json, each.workspace().test() ? "test" : "live", each);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("workspaces");
    for (Company.WithKeys each : company.workspaces()) {
      workspace(json, each);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The oldest live and the oldest test workspace: those that the operator made it with. */
  private static List<Company.WithKeys> pair(Company company) {
    return Stream.of(false, true)
        .flatMap(test ->
            company.workspaces().stream().filter(each -> each.workspace().test() == test).limit(1))
        .toList();
  }

  private static void keys(JsonGenerator json, String member, Company.WithKeys workspace)
      throws IOException {
    json.writeArrayFieldStart(member);
    for (ApiKey key : workspace.keys()) {
      json.writeStartObject();
      key(json, key);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void workspace(JsonGenerator json, Company.WithKeys each) throws IOException {
    Workspace workspace = each.workspace();
    json.writeStartObject();
    json.writeStringField("workspaceKey", workspace.key());
    json.writeStringField("name", workspace.name());
    json.writeBooleanField("test", workspace.test());
    json.writeBooleanField("active", workspace.active());
    json.writeBooleanField("default", workspace.isDefault());
    keys(json, "keys", each);
    json.writeEndObject();
  }

  private static void names(JsonGenerator json, Company company) throws IOException {
    for (Company.WithKeys each : pair(company)) {
      String member = each.workspace().test() ? "testWorkspaceKey" : "workspaceKey";
      json.writeStringField(member, each.workspace().key());
    }
    json.writeStringField("name", company.name());
    json.writeStringField("companyKey", company.key());
  }

  static void added(JsonGenerator json, String workspaceKey, Workspaces.AddedKey added)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("workspaceKey", workspaceKey);
    json.writeStringField("key", added.issued().text());
    key(json, added.key());
    json.writeEndObject();
  }

  static void revoked(JsonGenerator json, String id) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeBooleanField("revoked", true);
    json.writeEndObject();
  }

  private static void key(JsonGenerator json, ApiKey key) throws IOException {
    json.writeStringField("id", "key_" + key.id());
    json.writeStringField("kind", word(key.kind()));
    json.writeStringField("lastFour", key.lastFour());
    json.writeStringField("createdAt", Timestamps.text(key.createdAt()));
  }

  private static String word(KeyKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
