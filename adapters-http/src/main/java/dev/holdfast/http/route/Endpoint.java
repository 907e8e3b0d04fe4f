package dev.holdfast.http.route;

/** What a route does: parse, call, render. */
@FunctionalInterface
public interface Endpoint {
  /** Answers a call that was let in. */
  Answer handle(Call call);
}
