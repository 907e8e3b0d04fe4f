package dev.holdfast.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Set;

/**
 * The boundaries, as lists of what is allowed: what a list does not name is forbidden, so no rule
 * can become empty by a renamed package.
 */
final class Boundaries {
  private Boundaries() {}

  /** What every module may use. */
  private static final String[] LANGUAGE = {
    "java.lang..",
    "java.util..",
    "java.time..",
    "java.math..",
    "java.io..",
    "java.nio..",
    "java.security..",
    "javax.crypto..",
    "javax.net..",
    "javax.security..",
    "java.net..",
    "org.jspecify.annotations.."
  };

  /** The domain knows the language, and nothing that talks to a store, a network or a file. */
  static final ArchRule DOMAIN =
      only(
          "dev.holdfast.domain..",
          "dev.holdfast.domain..",
          "java.lang..",
          "java.util..",
          "java.time..",
          "java.nio.charset..",
          "java.security..",
          "javax.crypto..",
          "org.jspecify.annotations..");

  /** The decisions are pure: values in, values out. */
  static final ArchRule DECISIONS =
      classes()
          .that()
          .resideInAPackage("dev.holdfast.domain.decision..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.holdfast.domain.decision..",
                      "dev.holdfast.domain.choice..",
                      "dev.holdfast.domain.chart..",
                      "dev.holdfast.domain.seat..",
                      "dev.holdfast.domain.hold..",
                      "dev.holdfast.domain.event..",
                      "dev.holdfast.domain.journal..",
                      "dev.holdfast.domain.refusal..",
                      "dev.holdfast.domain.reservation..",
                      "dev.holdfast.domain.port..",
                      "java.lang..",
                      "java.util",
                      "java.util.function..",
                      "java.util.stream..",
                      "java.time..",
                      "org.jspecify.annotations..")
                  .and(isNoStore()));

  private static final Set<String> STORES =
      Set.of("SeatLedgerPort", "LedgerTransaction", "CatalogPort", "SeatLockPort", "TimeSource");

  private static DescribedPredicate<JavaClass> isNoStore() {
    return describe("ask no store and no clock", each -> !STORES.contains(each.getSimpleName()));
  }

  /** Time is an argument: only the one clock reads the machine's. */
  static final ArchRule CLOCK =
      noClasses()
          .that()
          .resideInAPackage("dev.holdfast.domain..")
          .and()
          .haveNameNotMatching("dev\\.holdfast\\.domain\\.port\\.TimeSource.*")
          .should(ArchConditions.accessTargetWhere(readsTheClock()));

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    Set<String> clocks =
        Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Thread.sleep");
    return describe(
        "read the machine's clock or sleep",
        access ->
            clocks.contains(
                access.getTargetOwner().getName() + "." + access.getTarget().getName()));
  }

  static final ArchRule REDIS =
      only(
          "dev.holdfast.redis..",
          with(
              "dev.holdfast.redis..",
              "dev.holdfast.domain..",
              "redis.clients..",
              "org.slf4j..",
              "org.apache.commons.pool2.."));

  static final ArchRule POSTGRES =
      only(
          "dev.holdfast.postgres..",
          with(
              "dev.holdfast.postgres..",
              "dev.holdfast.domain..",
              "java.sql..",
              "javax.sql..",
              "org.postgresql..",
              "com.zaxxer.hikari..",
              "org.flywaydb..",
              "org.tukaani.xz..",
              "org.slf4j.."));

  /**
   * Time-outs are the server's: one of the client's cancels from outside, and a commit that waits
   * for a replica then comes back as if it had succeeded.
   */
  static final ArchRule TIMEOUTS =
      noClasses()
          .that()
          .resideInAPackage("dev.holdfast.postgres..")
          .should(
              ArchConditions.accessTargetWhere(
                  describe(
                      "cancel a statement from the client's side",
                      access ->
                          Set.of("setQueryTimeout", "cancel", "cancelQuery")
                                  .contains(access.getTarget().getName())
                              && !access.getTargetOwner().getName().startsWith("java.util."))));

  /** All but who sends and who counts the load: see {@link #OUTBOUND} and {@link #LOAD}. */
  static final ArchRule HTTP =
      onlyIn(
          resideInAPackage("dev.holdfast.http..")
              .and(resideOutsideOfPackage("dev.holdfast.http.outbound.."))
              .and(resideOutsideOfPackage("dev.holdfast.http.load..")),
          with(
              "dev.holdfast.http..",
              "dev.holdfast.domain..",
              "io.javalin..",
              "com.fasterxml.jackson..",
              "org.eclipse.jetty..",
              "jakarta.servlet..",
              "kotlin..",
              "org.slf4j.."));

  /** Who sends to strangers is no part of who serves, nor the other way round. */
  static final ArchRule OUTBOUND =
      only(
          "dev.holdfast.http.outbound..",
          with(
              "dev.holdfast.http.outbound..",
              "dev.holdfast.domain..",
              "org.apache.hc..",
              "org.slf4j.."));

  /**
   * What counts requests touches none: it knows routes and keys, and neither bodies nor answers.
   */
  static final ArchRule LOAD =
      only(
          "dev.holdfast.http.load..",
          with(
              "dev.holdfast.http.load..",
              "dev.holdfast.http.route..",
              "dev.holdfast.domain.port..",
              "dev.holdfast.domain.workspace..",
              "com.github.benmanes.caffeine..",
              "com.netflix.concurrency.limits..",
              "io.github.bucket4j..",
              "io.javalin.http.."));

  private static String[] with(String... more) {
    String[] all = new String[LANGUAGE.length + more.length];
    System.arraycopy(LANGUAGE, 0, all, 0, LANGUAGE.length);
    System.arraycopy(more, 0, all, LANGUAGE.length, more.length);
    return all;
  }

  private static ArchRule only(String room, String... allowed) {
    return onlyIn(resideInAPackage(room), allowed);
  }

  private static ArchRule onlyIn(DescribedPredicate<JavaClass> room, String... allowed) {
    return classes()
        .that(room)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(describe("primitive", Boundaries::isPrimitive)));
  }

  private static boolean isPrimitive(JavaClass each) {
    return each.isPrimitive() || each.getBaseComponentType().isPrimitive();
  }
}
