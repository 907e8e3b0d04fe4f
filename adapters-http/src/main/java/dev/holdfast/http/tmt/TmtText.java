package dev.holdfast.http.tmt;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the HTTP layer says in English, in the Spanish of this dialect. */
final class TmtText {
  private record Rule(Pattern english, String spanish) {}

  /** What is said of members of a request; {@code $1} and {@code $2} are taken over. */
  private static final List<Rule> MEMBERS =
      List.of(
          rule("Required", "es obligatorio"),
          rule("Expected (\\w+), received float", "debe ser un número entero"),
          rule("Expected (\\w+), received (\\w+)", "debe ser de tipo $1 y es de tipo $2"),
          rule("String must contain at least (\\d+).*", "debe tener al menos $1 caracteres"),
          rule("String must contain at most (\\d+).*", "debe tener como máximo $1 caracteres"),
          rule("Array must contain at least (\\d+).*", "debe tener al menos $1 elementos"),
          rule("Array must contain at most (\\d+).*", "debe tener como máximo $1 elementos"),
          rule("Number must be greater than or equal to (-?\\d+)", "debe ser como mínimo $1"),
          rule("Number must be greater than (-?\\d+)", "debe ser mayor que $1"),
          rule("Number must be less than or equal to (\\d+)", "debe ser como máximo $1"),
          rule("Object must be nested at most (\\d+) .*", "debe tener como máximo $1 niveles"),
          rule(
              "Object must have at most (\\d+) bytes.*", "debe tener como máximo $1 bytes de JSON"),
          rule("Text must not contain NUL.*", "no admite NUL ni sustitutos sueltos"),
          rule("JSON is nested too deeply.*", "tiene demasiados niveles o valores"),
          rule(
              "Header must be sent once, with 1 to (\\d+).*",
              "debe enviarse una vez, con 1 a $1 caracteres ASCII imprimibles"),
          rule("A number is out of range", "tiene un número fuera de rango"),
          rule("Invalid UTF-8", "no es UTF-8 válido"),
          rule("Invalid JSON", "no es JSON válido"));

  private record Told(String error, String message) {}

  private static final Map<Integer, Told> STATUSES =
      Map.ofEntries(
          told(400, "INVALID_REQUEST", "La petición no es válida"),
          told(401, "UNAUTHORIZED", "Falta la clave de API o no es válida"),
          told(403, "FORBIDDEN", "La clave de API no permite esta acción"),
          told(404, "NOT_FOUND", "No existe esta función"),
          told(405, "METHOD_NOT_ALLOWED", "Solo se admite el método POST"),
          told(408, "REQUEST_TIMEOUT", "El cuerpo de la petición no llegó a tiempo"),
          told(
              409,
              "IDEMPOTENCY_KEY_IN_USE",
              "Una petición con esta Idempotency-Key está en curso; vuelva a intentarlo"),
          told(413, "PAYLOAD_TOO_LARGE", "El cuerpo de la petición es demasiado grande"),
          told(415, "UNSUPPORTED_MEDIA_TYPE", "El cuerpo debe ser application/json"),
          told(422, "IDEMPOTENCY_KEY_REUSED", "La Idempotency-Key se usó para otra petición"),
          told(
              429,
              "TOO_MANY_REQUESTS",
              "Demasiadas peticiones con esta clave; vuelva a intentarlo"),
          told(500, "INTERNAL", "Error interno"),
          told(503, "UNAVAILABLE", "El servicio no está disponible; vuelva a intentarlo"));

  private TmtText() {}

  private static Map.Entry<Integer, Told> told(int status, String error, String message) {
    return Map.entry(status, new Told(error, message));
  }

  private static Rule rule(String english, String spanish) {
    return new Rule(Pattern.compile(english, Pattern.DOTALL), spanish);
  }

  /** A problem of a member or of the body; as it is where there is no Spanish for it. */
  static String ofMember(String english) {
    for (Rule rule : MEMBERS) {
      Matcher matcher = rule.english.matcher(english);
      if (matcher.matches()) {
        return matcher.replaceFirst(rule.spanish);
      }
    }
    return english;
  }

  /** What a status means. */
  static String ofStatus(int status) {
    return STATUSES.getOrDefault(status, new Told("ERROR", "La petición fue rechazada")).message;
  }

  /** The word of a status, for programs. */
  static String error(int status) {
    return STATUSES.getOrDefault(status, new Told("ERROR", "")).error;
  }
}
