package dev.holdfast.app;

/**
 * Everything that can be configured, by environment variables only. {@code docs/configuration.md}
 * has the same table; a test compares the two.
 */
enum Setting {
  HOLDFAST_PORT("3000", "TCP port to listen on, 0 to 65535; 0 takes any free one"),
  HOLDFAST_HOST("127.0.0.1", "address to listen on; `0.0.0.0` for every interface"),
  HOLDFAST_DATA_DIR(
      "./data", "directory of the embedded PostgreSQL, used when no PostgreSQL URL is given"),
  HOLDFAST_POSTGRES_URL(
      "", "external PostgreSQL, 15 or newer: `jdbc:postgresql://...` or `postgres://...`"),
  HOLDFAST_POSTGRES_USER("", "its user, unless the URL names one"),
  HOLDFAST_POSTGRES_PASSWORD("", "its password, unless the URL carries it"),
  HOLDFAST_LOCKS(
      "",
      "the gate: `memory`, `redis`, or the name of a backend found on the class path; by default"
          + " `redis` if a Redis URL is set, else `memory`"),
  HOLDFAST_REDIS_URL(
      "", "`redis://` or `rediss://`; several hosts separated by commas mean a cluster"),
  HOLDFAST_HOLD_DURABILITY(
      "full",
      "`full`: an acknowledged hold survives the loss of every process; `relaxed`: commits that"
          + " contain holds only do not wait for the disk, so a crash of PostgreSQL may end holds"
          + " early. Bookings always wait, and so do answers kept under an `Idempotency-Key`"),
  HOLDFAST_ADMIN_KEY(
      "", "opens the `/admin` paths, at least 16 characters; without it they are 404"),
  HOLDFAST_LIMIT_REQUESTS_PUBLIC_KEY(
      "",
      "requests a second that each browser key may send to one node, 1 to 1000000; without it there"
          + " is no limit. As many may come at once; what is beyond is answered 429"),
  HOLDFAST_LIMIT_REQUESTS_SECRET_KEY("", "the same for each secret key"),
  HOLDFAST_PUBLIC_KEY_BOOKING("false", "`true` lets browser keys (`pk_*`) book"),
  HOLDFAST_LIMIT_HELD_TOKEN(
      "200",
      "most objects of an event that one hold token may hold at a time, 1 to 200; its places in one"
          + " category of an area count as one object"),
  HOLDFAST_LIMIT_HELD_PUBLIC_KEY(
      "",
      "most objects of an event that may be held at a time through one public key (`pk_*`), 1 to"
          + " 1000000: seats, and places of general admission by their number; none: no cap. To be"
          + " the same on every node"),
  HOLDFAST_LIMIT_HELD_SECRET_KEY("", "the same for each secret key (`sk_*`)"),
  HOLDFAST_SECRET_KEY(
      "",
      "32 bytes in base64 that encrypt the secrets of webhooks, and the secret keys that companies"
          + " are shown again. With the embedded PostgreSQL a key is made into the data directory;"
          + " with an external one and without a key no webhook can be made, and secret keys are"
          + " shown once"),
  HOLDFAST_WEBHOOK_ALLOW_PRIVATE_ADDRESSES(
      "false",
      "`true` lets webhooks go to http URLs and to loopback and private addresses: for tests and"
          + " closed networks"),
  HOLDFAST_WEBHOOK_RETRY_SECONDS(
      "1,10,60,600",
      "waits between the attempts of a delivery, in whole seconds from 0 to 86400, at most 20"),
  HOLDFAST_TMT_HOLD_SECONDS(
      "600", "life of a hold token of the tmt dialect, in whole seconds from 1 to 7200"),
  HOLDFAST_TMT_OPEN_WORKSPACE(
      "",
      "key of a workspace (`ws_...`) whose tmt functions need no API key: for trusted networks"
          + " only"),
  HOLDFAST_SEATSIO_SYSTEM_SECRET(
      "",
      "opens the paths by which the test suites of seats.io's clients make companies, at least 16"
          + " characters; without it they are 404");

  private final String fallback;
  private final String meaning;

  Setting(String fallback, String meaning) {
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** What holds when it is not set; empty: nothing. */
  String fallback() {
    return fallback;
  }

  /** What it means, as Markdown. */
  String meaning() {
    return meaning;
  }
}
