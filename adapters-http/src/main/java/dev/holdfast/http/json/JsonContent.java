package dev.holdfast.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A JSON value that is still to be written. */
@FunctionalInterface
public interface JsonContent {
  /** Writes exactly one value. */
  void writeTo(JsonGenerator json) throws IOException;
}
