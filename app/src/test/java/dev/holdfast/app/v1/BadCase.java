package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/**
 * A body that differs from a good one in one place, and the refusal it deserves. An empty text
 * leaves the words to the server.
 */
record BadCase(String body, String member, String text) {

  /** The good body without a member. */
  static BadCase without(ObjectNode good, String member) {
    ObjectNode body = good.deepCopy();
    body.remove(member);
    return new BadCase(body.toString(), member, "Required");
  }

  /** The good body with a member of another value, written as JSON. */
  static BadCase with(ObjectNode good, String member, String json, String text) {
    return with(good, member, json, member, text);
  }

  static BadCase with(ObjectNode good, String member, String json, String path, String text) {
    ObjectNode body = good.deepCopy();
    body.put(member, "$");
    // Written by hand, so that numbers no parser of ours would keep reach the server as they are.
    return new BadCase(body.toString().replace("\"$\"", json), path, text);
  }

  /** Every case is refused as it should be, and all together leave no trace in the fingerprint. */
  static void allRefused(
      List<BadCase> cases, Function<String, Answer> request, Supplier<String> fingerprint) {
    String before = fingerprint.get();
    assertAll(cases.stream().map(one -> (Executable) () -> one.refusedBy(request)));
    assertEquals(before, fingerprint.get());
  }

  private void refusedBy(Function<String, Answer> request) {
    String shown = body.length() > 200 ? body.substring(0, 200) + "..." : body;
    try {
      Answer answer = request.apply(body);
      if (text.isEmpty()) {
        Check.refused(member::equals, answer);
      } else {
        Check.refused(member, text, answer);
      }
    } catch (AssertionFailedError e) {
      throw new AssertionFailedError(shown + ": " + e.getMessage(), e);
    }
  }
}
