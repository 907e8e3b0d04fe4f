package dev.holdfast.app.bench.inner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.Json;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.refusal.Outcome;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;

final class InnerLoopsTest {
  @Test
  void each_loop_does_what_it_is_called_after() {
    Loops loops = new Loops();
    assertEquals(
        1, assertInstanceOf(LedgerWrites.OfEvent.class, loops.holdOfOneSeat()).seats().size());
    assertEquals(
        4, assertInstanceOf(LedgerWrites.OfEvent.class, loops.holdOfFourSeats()).seats().size());
    assertEquals(
        4, assertInstanceOf(LedgerWrites.OfEvent.class, loops.bookOfFourSeats()).seats().size());
    assertInstanceOf(Outcome.Refused.class, loops.refusalOfFourSeats());
    byte[] status = (byte[]) loops.statusOfFourThousandSeats();
    assertEquals(
        4_000, Json.parse(new String(status, StandardCharsets.UTF_8)).path("objects").size());
    assertTrue(loops.layoutOfTwoThousandSeats().toString().contains("A-1999"));
  }

  @Test
  void everything_is_made_that_each_loop_needs_to_be_measured(@TempDir Path directory)
      throws IOException {
    Path made = InnerLoops.prepared(directory);
    String list = Files.readString(made.resolve("META-INF/BenchmarkList"));
    List<Method> loops =
        Arrays.stream(Loops.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .toList();
    assertEquals(7, loops.size());
    for (Method loop : loops) {
      assertTrue(list.contains(loop.getName()), loop.getName());
    }
  }
}
