package dev.holdfast.http.route;

import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.http.route.Answer.Whole;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Answers as they are kept, and as they are given again: {@code status}, a line feed, the body; of
 * an answer without a body nothing.
 */
public final class Repeats {
  private static final String REPLAYED = "Idempotent-Replayed";
  private static final char END_OF_STATUS = '\n';

  private Repeats() {}

  /** An answer in the form in which it is kept. */
  static StoredAnswer stored(Answer answer) {
    return new StoredAnswer(answer.status() + "" + END_OF_STATUS + body(answer.content()));
  }

  private static String body(Answer.Content content) {
    return switch (content) {
      case Answer.Nothing() -> "";
      case Whole(String type, byte[] body) when type.equals(Answer.JSON) ->
          new String(body, StandardCharsets.UTF_8);
      case Whole _, Answer.Packed _, Answer.Live _ ->
          throw new IllegalArgumentException("only whole JSON can be kept");
    };
  }

  /** What a request is answered that is not carried out. */
  public static Answer answer(Repeat repeat) {
    return switch (repeat) {
      case Repeat.Answered(StoredAnswer answer) -> again(answer.text());
      case Repeat.OtherRequest() -> Envelope.keyOfAnotherRequest();
      case Repeat.StillRunning() -> Envelope.stillRunning();
    };
  }

  private static Answer again(String stored) {
    int end = stored.indexOf(END_OF_STATUS);
    byte[] body = stored.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    int status = Integer.parseInt(stored, 0, end, 10);
    Answer.Content content = body.length == 0 ? new Answer.Nothing() : new Whole(Answer.JSON, body);
    return new Answer(status, Map.of(REPLAYED, "true"), content);
  }
}
