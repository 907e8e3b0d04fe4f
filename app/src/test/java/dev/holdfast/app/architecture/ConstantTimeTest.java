package dev.holdfast.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.holdfast.domain.workspace.KeyHash;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** How long a comparison of keys takes tells nothing of how much of one was right. */
final class ConstantTimeTest {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter().importPackages("dev.holdfast.http", "dev.holdfast.domain.workspace");

  private static JavaClass classOf(String name) {
    return PRODUCTION.get(name);
  }

  @Test
  void hashes_of_keys_are_compared_to_their_end() {
    assertTrue(
        classOf(KeyHash.class.getName())
            .getMethod("equals", Object.class)
            .getMethodCallsFromSelf()
            .stream()
            .anyMatch(call ->
                call.getTargetOwner().isEquivalentTo(MessageDigest.class)
                    && call.getName().equals("isEqual")));
  }

  /** What the operator sends is hashed, and only the hashes meet. */
  @Test
  void the_operator_s_key_is_compared_as_a_hash() {
    assertEquals(
        1,
        classOf("dev.holdfast.http.KeyCheck")
            .getMethod("operator", String.class)
            .getMethodCallsFromSelf()
            .stream()
            .filter(call -> call.getName().equals("equals"))
            .filter(call -> call.getTargetOwner().isEquivalentTo(KeyHash.class))
            .count());
    assertEquals(
        0,
        classOf("dev.holdfast.http.KeyCheck").getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().isEquivalentTo(String.class))
            .filter(
                call -> call.getName().startsWith("equals") || call.getName().startsWith("compare"))
            .count());
  }
}
