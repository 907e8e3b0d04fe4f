package dev.holdfast.app.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.holdfast.domain.decision.planted.DecisionThatAsks;
import dev.holdfast.domain.planted.DomainThatLogs;
import dev.holdfast.domain.planted.DomainThatReadsTheClock;
import dev.holdfast.http.load.planted.CounterThatReads;
import dev.holdfast.http.outbound.planted.SenderThatServes;
import dev.holdfast.http.planted.HandlerThatQueries;
import dev.holdfast.http.planted.HandlerThatSends;
import dev.holdfast.postgres.planted.StoreThatCancels;
import dev.holdfast.postgres.planted.StoreThatServes;
import dev.holdfast.redis.planted.LockThatQueries;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BoundariesTest {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.holdfast");

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of("domain", Boundaries.DOMAIN),
        Arguments.of("decisions", Boundaries.DECISIONS),
        Arguments.of("clock", Boundaries.CLOCK),
        Arguments.of("redis", Boundaries.REDIS),
        Arguments.of("postgres", Boundaries.POSTGRES),
        Arguments.of("timeouts", Boundaries.TIMEOUTS),
        Arguments.of("http", Boundaries.HTTP),
        Arguments.of("outbound", Boundaries.OUTBOUND),
        Arguments.of("load", Boundaries.LOAD));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void every_room_keeps_to_what_it_is_allowed(String room, ArchRule rule) {
    rule.check(PRODUCTION);
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        Arguments.of("domain", Boundaries.DOMAIN, DomainThatLogs.class),
        Arguments.of("clock", Boundaries.CLOCK, DomainThatReadsTheClock.class),
        Arguments.of("redis", Boundaries.REDIS, LockThatQueries.class),
        Arguments.of("postgres", Boundaries.POSTGRES, StoreThatServes.class),
        Arguments.of("timeouts", Boundaries.TIMEOUTS, StoreThatCancels.class),
        Arguments.of("http", Boundaries.HTTP, HandlerThatQueries.class),
        Arguments.of("http", Boundaries.HTTP, HandlerThatSends.class),
        Arguments.of("outbound", Boundaries.OUTBOUND, SenderThatServes.class),
        Arguments.of("load", Boundaries.LOAD, CounterThatReads.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("violations")
  void every_rule_catches_the_violation_planted_for_it(
      String room, ArchRule rule, Class<?> planted) {
    JavaClasses violator = new ClassFileImporter().importClasses(planted);
    assertTrue(rule.evaluate(violator).hasViolation(), "the rule lets a violation pass");
  }

  @Test
  void the_rule_of_pure_decisions_catches_one_that_asks_a_store() {
    JavaClasses violator = new ClassFileImporter().importClasses(DecisionThatAsks.class);
    assertTrue(Boundaries.DECISIONS.evaluate(violator).hasViolation());
  }
}
