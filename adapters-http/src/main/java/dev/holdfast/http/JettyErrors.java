package dev.holdfast.http;

import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The error envelope for what goes wrong before a request reaches the application: a bad request
 * line, too long a header, a URL that could be read in two ways.
 */
final class JettyErrors extends ErrorHandler {
  /** Every method's: Jetty would tell only those who asked by GET or POST. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    // No handler has seen the request, and its path may not even be one. Whatever it was, such an
    // answer tells a status and nothing else: any page may read it.
    CrossOrigin.open(response.getHeaders());
    // Jetty hangs up after some of them without a word, and the caller's next request is lost.
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    write(response, callback, answer(code));
  }

  /** Says what the status means and nothing more: the reason may quote the request. */
  private static Answer answer(int status) {
    return Envelope.plain(status, HttpStatus.getMessage(status));
  }

  /** Writes an answer without the application's help. */
  static void write(Response response, Callback callback, Answer answer) {
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.JSON);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(bytes(answer)), callback);
  }

  /** The body of an error. */
  static byte[] bytes(Answer answer) {
    return answer.content() instanceof Answer.Whole whole ? whole.bytes() : new byte[0];
  }
}
