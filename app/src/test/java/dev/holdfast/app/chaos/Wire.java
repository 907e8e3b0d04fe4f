package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.v1.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests, and knows of each what its caller can know afterwards. */
final class Wire {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final Recorder recorder;

  /** Answers that nothing excuses are put down here. */
  Wire(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * What came back.
   *
   * @param body missing where there was none
   */
  record Reply(Result result, JsonNode body) {
    private static Reply without(Result result) {
      return new Reply(result, MissingNode.getInstance());
    }
  }

  Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      JsonNode body = Json.parseOrMissing(response.body());
      Result result = Results.of(response.statusCode(), body);
      if (result == Result.UNKNOWN && !Results.isExcused(response.statusCode(), body)) {
        recorder.odd(request.uri() + ": " + response.statusCode() + " " + response.body());
      }
      return new Reply(result, body);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return Reply.without(Result.NOTHING);
    } catch (IOException e) {
      return Reply.without(Result.UNKNOWN);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
