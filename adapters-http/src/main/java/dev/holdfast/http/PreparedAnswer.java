package dev.holdfast.http;

import dev.holdfast.http.route.Answer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that is given often, as bytes.
 *
 * @param body not to be read itself, only its duplicates
 */
record PreparedAnswer(int status, List<HttpField> headers, ByteBuffer body) {
  /** Of one that is there as a whole, and given many times. */
  static PreparedAnswer of(Answer answer) {
    byte[] bytes = JettyErrors.bytes(answer);
    ByteBuffer body = BufferUtil.allocateDirect(bytes.length);
    BufferUtil.append(body, bytes);
    return new PreparedAnswer(answer.status(), headers(answer), body.asReadOnlyBuffer());
  }

  /** The same of one that is given once. */
  static PreparedAnswer once(Answer answer) {
    ByteBuffer body = ByteBuffer.wrap(JettyErrors.bytes(answer));
    return new PreparedAnswer(answer.status(), headers(answer), body);
  }

  private static List<HttpField> headers(Answer answer) {
    List<HttpField> headers = new ArrayList<>();
    headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Answer.JSON));
    headers.add(new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"));
    answer.headers().forEach((name, value) -> headers.add(new PreEncodedHttpField(name, value)));
    return List.copyOf(headers);
  }

  /** Sends it. */
  void write(Response response, Callback callback) {
    response.setStatus(status);
    headers.forEach(response.getHeaders()::add);
    response.write(true, body.duplicate(), callback);
  }
}
