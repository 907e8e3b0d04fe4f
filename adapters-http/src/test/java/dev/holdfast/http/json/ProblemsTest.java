package dev.holdfast.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemsTest {
  private static final int MAX_TEXTS = 200;

  private final Problems problems = new Problems();

  @Test
  void texts_are_bounded_however_few_paths_they_share() {
    for (int i = 0; i < MAX_TEXTS; i++) {
      assertFalse(problems.full());
      problems.add(DotPath.ROOT.to("same"), "text " + i);
    }
    assertTrue(problems.full());
    problems.add(DotPath.ROOT.to("same"), "one too many");
    problems.add(DotPath.ROOT.to("other"), "one too many");

    InvalidRequest refused = assertThrows(InvalidRequest.class, problems::check);
    assertEquals(List.of("same"), List.copyOf(refused.errors().keySet()));
    List<String> texts = refused.errors().getOrDefault("same", List.of());
    assertEquals(MAX_TEXTS, texts.size());
    assertEquals("text 199", texts.getLast());
  }

  @Test
  void paths_are_bounded_however_few_texts_each_has() {
    for (int i = 0; i < Problems.MAX_PATHS + 1; i++) {
      problems.add(DotPath.ROOT.to("path" + i), "text");
    }

    InvalidRequest refused = assertThrows(InvalidRequest.class, problems::check);
    assertEquals(Problems.MAX_PATHS, refused.errors().size());
    assertFalse(refused.errors().containsKey("path" + Problems.MAX_PATHS));
  }
}
