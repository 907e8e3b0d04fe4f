package dev.holdfast.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges whether a server can keep Holdfast's promises. */
final class StartupChecks {
  private static final int OLDEST = 150_000;
  private static final int KNOWS_TRANSACTION_TIMEOUT = 170_000;

  /** Without one of these, two changes that exclude each other could both be stored. */
  static final List<String> UNIQUE_INDEXES =
      List.of(
          "company_key_taken",
          "workspace_key_taken",
          "workspace_default",
          "api_key_hash_taken",
          "chart_key_taken",
          "event_key_taken",
          "event_head_pkey",
          "seat_pkey",
          "sale_pkey",
          "sale_open",
          "area_pkey",
          "area_record_pkey",
          "journal_pkey",
          "commit_id_pkey",
          "webhook_key_taken",
          "webhook_lease_pkey",
          "webhook_mark_pkey",
          "webhook_delivery_key_taken");

  private StartupChecks() {}

  /** Before anything is changed: whether this is a server to work with at all. */
  static List<Finding> ofServer(ServerFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.version() < OLDEST) {
      findings.add(Finding.refuse("PostgreSQL 15 or newer is needed, not " + facts.version()));
    }
    if (facts.replica()) {
      findings.add(Finding.refuse("the server is a replica: it cannot be written to"));
    }
    for (String name : List.of("fsync", "full_page_writes")) {
      if (!"on".equals(facts.settings().get(name))) {
        findings.add(
            Finding.refuse(name + " is off: a crash could lose or destroy acknowledged bookings"));
      }
    }
    if (facts.replicas() > 0 && named(facts.settings(), "synchronous_standby_names").isEmpty()) {
      findings.add(
          Finding.warn(
              "there are replicas, but none is waited for (synchronous_standby_names is empty): a"
                  + " failover may lose acknowledged bookings"));
    }
    return findings;
  }

  /** After migrating: whether schema and session are what the program relies on. */
  static List<Finding> ofSchema(ServerFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (String index : UNIQUE_INDEXES) {
      if (!facts.uniqueIndexes().contains(index)) {
        findings.add(
            Finding.refuse(
                "the unique index " + index + " is missing or invalid: rebuild it before selling"));
      }
    }
    for (String name : List.of("idle_in_transaction_session_timeout", "lock_timeout")) {
      addUnset(findings, facts, name);
    }
    if (facts.version() >= KNOWS_TRANSACTION_TIMEOUT) {
      addUnset(findings, facts, "transaction_timeout");
    }
    String commit = named(facts.settings(), "synchronous_commit");
    if (!commit.equals("on")) {
      findings.add(Finding.refuse("synchronous_commit is " + commit + " in our sessions, not on"));
    }
    return findings;
  }

  /** Whether what is encrypted can be read: seats are sold without it, so nothing is refused. */
  static List<Finding> ofSecrets(boolean hasKey, long foreign) {
    if (foreign == 0) {
      return List.of();
    }
    String trouble =
        hasKey
            ? "%d webhooks have secrets encrypted with another secret key than this node's"
            : "%d webhooks have encrypted secrets, and this node has no secret key";
    return List.of(
        Finding.warn(
            trouble.formatted(foreign)
                + ": it sends them nothing. Give it the key they were made with, or give them other"
                + " secrets"));
  }

  private static void addUnset(List<Finding> findings, ServerFacts facts, String name) {
    String value = named(facts.settings(), name);
    if (value.isEmpty() || value.equals("0")) {
      findings.add(
          Finding.refuse(
              name
                  + " is not in force in our sessions: a frozen client could stop an event. Is"
                  + " there a pooler between that drops session settings?"));
    }
  }

  private static String named(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "");
  }
}
