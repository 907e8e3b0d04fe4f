package dev.holdfast.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The API reference as it is served, with its references followed. */
record ReferenceDocument(ObjectNode root) {
  /** What is documented under one method and path. */
  record Operation(String method, String path, JsonNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    /** The body as documented; missing when there is none. */
    JsonNode body() {
      return node.path("requestBody");
    }

    /** Where the same is described under its first path; empty where it is described here. */
    String aliasOf() {
      return node.path("x-alias-of").asText();
    }

    JsonNode bodySchema() {
      return body().path("content").path("application/json").path("schema");
    }

    JsonNode bodyExamples() {
      return body().path("content").path("application/json").path("examples");
    }

    /** Method and template, as a route is called. */
    String route() {
      return method + " " + path;
    }
  }

  static ReferenceDocument served() {
    try (InputStream in = ReferenceRoutes.class.getResourceAsStream("openapi.json")) {
      return new ReferenceDocument(
          (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, node) -> {
              // What all methods of a path share stands among them.
              if (!method.equals("parameters")) {
                operations.add(operation(method.toUpperCase(Locale.ROOT), path, node));
              }
            }));
    return operations;
  }

  /** With what it shares with other operations put into it. */
  private Operation operation(String method, String path, JsonNode node) {
    ObjectNode whole = node.deepCopy();
    if (whole.has("requestBody")) {
      whole.set("requestBody", resolved(whole.path("requestBody")));
    }
    ObjectNode answers = (ObjectNode) whole.path("responses");
    for (Map.Entry<String, JsonNode> each : answers.properties()) {
      each.setValue(resolved(each.getValue()));
    }
    return new Operation(method, path, whole);
  }

  /** The operation of this name. */
  Operation operation(String id) {
    return operations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** The parameters of an operation that stand in the query. */
  List<JsonNode> queryParameters(Operation operation) {
    List<JsonNode> parameters = new ArrayList<>();
    for (JsonNode each : operation.node().path("parameters")) {
      JsonNode parameter = resolved(each);
      if (parameter.path("in").asText().equals("query")) {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  /** The schema that a reference means; what stands beside the reference prevails. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    if (reference.isEmpty()) {
      return schema;
    }
    ObjectNode merged = ((ObjectNode) root.at(reference.substring(1))).deepCopy();
    merged.setAll((ObjectNode) schema);
    merged.remove("$ref");
    return merged;
  }
}
