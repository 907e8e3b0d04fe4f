package dev.holdfast.app.architecture;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.holdfast.domain.workspace.KeyHash;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How long a comparison of keys takes tells nothing of how much of one was right. */
final class ConstantTimeTest {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter().importPackages("dev.holdfast.http", "dev.holdfast.domain.workspace");

  /** What compares texts and arrays, and ends at the first difference. */
  private static final List<Class<?>> COMPARERS =
      List.of(String.class, CharSequence.class, Objects.class, Arrays.class);

  private static final Pattern COMPARISON =
      Pattern.compile(
          "equals|compare|mismatch|matches|startsWith|endsWith|indexOf", CASE_INSENSITIVE);

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
    assertComparedAsAHash("operator", String.class);
    JavaClass check = classOf("dev.holdfast.http.KeyCheck");
    assertEquals(
        List.of(),
        check.getMethodCallsFromSelf().stream()
            .filter(call -> COMPARERS.stream().anyMatch(call.getTargetOwner()::isEquivalentTo))
            .map(JavaMethodCall::getName)
            .filter(name -> COMPARISON.matcher(name).find())
            .toList());
    assertEquals(
        List.of(),
        check.getFields().stream()
            .filter(field -> field.getRawType().isEquivalentTo(String.class))
            .toList());
  }

  @Test
  void the_system_secret_is_compared_as_a_hash() {
    assertComparedAsAHash("system", Optional.class);
  }

  private static void assertComparedAsAHash(String method, Class<?> sent) {
    assertEquals(
        1,
        classOf("dev.holdfast.http.KeyCheck")
            .getMethod(method, sent)
            .getMethodCallsFromSelf()
            .stream()
            .filter(call -> call.getName().equals("equals"))
            .filter(call -> call.getTargetOwner().isEquivalentTo(KeyHash.class))
            .count());
  }
}
