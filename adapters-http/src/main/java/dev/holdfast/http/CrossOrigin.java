package dev.holdfast.http;

import dev.holdfast.http.tmt.TmtRoutes;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets pages of any origin speak to the API. There are no cookies, so nothing is lent to such a
 * page but the key it brings. Stands before every other handler, so that errors can be read, too;
 * what Jetty turns away before its first handler is opened by {@link JettyErrors}.
 */
final class CrossOrigin extends Handler.Wrapper {
  private static final String METHODS = "GET, POST, PATCH, DELETE, OPTIONS";
  private static final String REQUEST_HEADERS =
      "X-Api-Key, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID";
  private static final String ANSWER_HEADERS = "ETag, Retry-After, Idempotent-Replayed";
  private static final HttpField ANY_ORIGIN =
      new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
  private static final HttpField READABLE =
      new PreEncodedHttpField("Access-Control-Expose-Headers", ANSWER_HEADERS);
  private static final String DAY_SECONDS = "86400";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (!path.startsWith("/api/") && !TmtRoutes.isTmt(path)) {
      return super.handle(request, response, callback);
    }
    HttpFields.Mutable headers = response.getHeaders();
    open(headers);
    if (!HttpMethod.OPTIONS.is(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    headers.put("Access-Control-Allow-Methods", METHODS);
    headers.put("Access-Control-Allow-Headers", REQUEST_HEADERS);
    headers.put("Access-Control-Max-Age", DAY_SECONDS);
    response.setStatus(204);
    callback.succeeded();
    return true;
  }

  /** Lets pages of any origin read an answer. */
  static void open(HttpFields.Mutable headers) {
    headers.put(ANY_ORIGIN);
    headers.put(READABLE);
  }
}
