package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.http.seatsio.drawing.Flaw;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How an account takes flaws of drawings (section 9).
 *
 * @param levels what is not among them is off
 */
record ValidationLevels(Map<Flaw, Level> levels) {
  /** How a flaw is taken. */
  enum Level {
    WARNING,
    ERROR
  }

  /** As an account is from the beginning (section 8). */
  static final ValidationLevels OFF = new ValidationLevels(Map.of());

  ValidationLevels {
    levels = Map.copyOf(levels);
  }

  /**
   * Writes a drawing's flaws by how they are taken.
   *
   * @param flaws looked for only where any are taken
   */
  void write(JsonGenerator json, Supplier<Set<Flaw>> flaws) throws IOException {
    Set<Flaw> found = levels.isEmpty() ? Set.of() : flaws.get();
    json.writeStartObject();
    write(json, "errors", found, Level.ERROR);
    write(json, "warnings", found, Level.WARNING);
    json.writeEndObject();
  }

  private void write(JsonGenerator json, String name, Set<Flaw> found, Level level)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Flaw flaw : Flaw.values()) {
      if (found.contains(flaw) && levels.get(flaw) == level) {
        json.writeString(flaw.name());
      }
    }
    json.writeEndArray();
  }
}
