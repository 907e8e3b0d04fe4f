package dev.holdfast.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.BodyReader;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that was let in: its key is known, its body read. */
public final class Call {
  private final Context context;
  private final @Nullable ApiKey key;
  private final @Nullable JsonNode body;

  /**
   * A call that was let in.
   *
   * @param key null on a route that knows none
   * @param body null on a route that reads none
   */
  public Call(Context context, @Nullable ApiKey key, @Nullable JsonNode body) {
    this.context = context;
    this.key = key;
    this.body = body;
  }

  /** The workspace that the caller's key opens. */
  public WorkspaceId workspace() {
    return key().workspace();
  }

  /** Whether the caller is a browser. */
  public boolean publicKey() {
    return key().kind() == KeyKind.PUBLIC;
  }

  /** Where the call came from, for the journal. */
  public Origin origin(String dialect) {
    return new Origin(dialect, key().id(), context.ip());
  }

  /** A parameter of the route's path, decoded. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** A parameter of the query, decoded; the first if there are several. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** The body as it was sent; empty where there is none, on a route that can do without. */
  public Optional<JsonNode> sentBody() {
    return Optional.ofNullable(body);
  }

  /** The address the caller reached the service under, without a slash at its end. */
  public String base() {
    return context.scheme() + "://" + context.host();
  }

  /** The body, on a route that reads one. */
  public BodyReader body() {
    if (body == null) {
      throw new IllegalStateException("this route reads no body");
    }
    return BodyReader.of(body);
  }

  private ApiKey key() {
    if (key == null) {
      throw new IllegalStateException("this route knows no key");
    }
    return key;
  }
}
