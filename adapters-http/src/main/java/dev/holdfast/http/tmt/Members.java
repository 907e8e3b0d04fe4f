package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Members of {@code data}. */
@FunctionalInterface
interface Members {
  /** Writes members, and no braces around them. */
  void writeTo(JsonGenerator json) throws IOException;
}
