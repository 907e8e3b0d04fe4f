package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** A fresh company with its live and its test workspace, and a caller for each of the four keys. */
public record Workspace(
    V1Client liveSecret,
    V1Client livePublic,
    V1Client testSecret,
    V1Client testPublic,
    JsonNode made) {

  public static Workspace make(ServiceUnderTest service) {
    JsonNode made =
        admin(service)
            .post("/admin/workspaces", Json.object("name", "Harbour Theatre"))
            .expect(201)
            .body();
    JsonNode keys = made.path("keys");
    URI base = service.baseUri();
    return new Workspace(
        V1Client.withKey(base, keys.path("live").path("secretKey").asText()),
        V1Client.withKey(base, keys.path("live").path("publicKey").asText()),
        V1Client.withKey(base, keys.path("test").path("secretKey").asText()),
        V1Client.withKey(base, keys.path("test").path("publicKey").asText()),
        made);
  }

  public static V1Client admin(ServiceUnderTest service) {
    return V1Client.withoutKey(service.baseUri()).with("X-Admin-Key", service.adminKey());
  }
}
