package dev.holdfast.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.HoldRequest.KeyUsed;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.BodyReader;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request that was let in: its key is known, its body read. */
public final class Call {
  /** A name or an address, and perhaps a port. */
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  private final Context context;
  private final @Nullable ApiKey key;
  private final @Nullable JsonNode body;
  private final @Nullable Sent sent;

  /**
   * A call that was let in.
   *
   * @param key null on a route that knows none
   * @param body null on a route that reads none
   * @param sent null without an idempotency key
   */
  public Call(Context context, @Nullable ApiKey key, @Nullable JsonNode body, @Nullable Sent sent) {
    this.context = context;
    this.key = key;
    this.body = body;
    this.sent = sent;
  }

  /** What is to be done, once at most where there is a key for it. */
  @FunctionalInterface
  public interface Change<A> {
    Outcome<A> make(Optional<Once<A>> once);
  }

  /**
   * Makes a change and answers it; under an idempotency key only once, however often it is asked
   * for.
   *
   * @param answer pure: it may be asked several times
   */
  public <A> Answer once(Change<A> change, Function<Outcome<A>, Answer> answer) {
    if (sent == null) {
      return answer.apply(change.make(Optional.empty()));
    }
    Function<Outcome<A>, Answer> same = new SameWords<>(answer);
    return same.apply(change.make(Optional.of(sent.once(same))));
  }

  /**
   * Changes something other than seats and answers it; under an idempotency key only once, however
   * often it is asked for.
   *
   * @param change by this thread alone
   * @param answer pure: it may be asked several times
   */
  public <A> Answer change(Supplier<Outcome<A>> change, Function<Outcome<A>, Answer> answer) {
    return sent == null ? answer.apply(change.get()) : sent.carryOut(change, answer);
  }

  /** The workspace that the caller's key opens. */
  public WorkspaceId workspace() {
    return key().workspace();
  }

  /** The same with its names, and whose it is. */
  public Workspace opened() {
    return key().opens();
  }

  /** Whether the caller is a browser. */
  public boolean publicKey() {
    return key().kind() == KeyKind.PUBLIC;
  }

  /** Where the call came from, for the journal. */
  public Origin origin(String dialect) {
    return new Origin(dialect, key().id(), context.ip());
  }

  /** The key that the call came with; empty where its workspace needs none. */
  public Optional<KeyUsed> keyUsed() {
    ApiKey used = key();
    return used.id() == 0 ? Optional.empty() : Optional.of(new KeyUsed(used.id(), used.kind()));
  }

  /** A parameter of the route's path, decoded. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** A parameter of the query, decoded; the first if there are several. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /** All parameters of the query of this name, decoded, in the order in which they were sent. */
  public List<String> queries(String name) {
    return context.queryParams(name);
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** The body as it was sent; empty where there is none, on a route that can do without. */
  public Optional<JsonNode> sentBody() {
    return Optional.ofNullable(body);
  }

  /**
   * What begins the URLs in an answer, without a slash at its end: the address under which the
   * caller says that it reached the service. Empty, so that they are relative to it, when it names
   * no host or what is none.
   */
  public String base() {
    return Optional.ofNullable(context.header("Host"))
        .filter(host -> HOST.matcher(host).matches())
        .map(host -> context.scheme() + "://" + host)
        .orElse("");
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
