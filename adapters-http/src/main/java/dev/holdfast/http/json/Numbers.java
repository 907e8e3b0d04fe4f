package dev.holdfast.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Numbers in answers. */
public final class Numbers {
  private Numbers() {}

  /** A member in no more digits than it has: one of single precision comes back as it was sent. */
  public static void write(JsonGenerator json, String member, double number) throws IOException {
    json.writeFieldName(member);
    if ((float) number == number) {
      json.writeNumber((float) number);
    } else {
      json.writeNumber(number);
    }
  }
}
