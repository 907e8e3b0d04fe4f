package dev.holdfast.app.chaos;

/** What goes wrong. */
enum FaultKind {
  /** Kill -9 of a node, which is started anew. */
  NODE_KILLED,
  /** SIGSTOP of a node, at times for longer than a transaction may last. */
  NODE_FROZEN,
  /** Kill -9 of Redis, which is started anew. */
  REDIS_KILLED,
  /** SIGSTOP of Redis. */
  REDIS_FROZEN,
  /** Redis forgets everything. */
  REDIS_FLUSHED,
  /** Connections to Redis are cut and refused, of one node or of all. */
  REDIS_CUT,
  /** Everything to and from Redis takes longer, for one node or for all. */
  REDIS_SLOW,
  /** Kill -9 of a master of the cluster: its replica takes over. */
  REDIS_FAILOVER,
  /** Fast restart of PostgreSQL. */
  POSTGRES_RESTARTED,
  /** Immediate restart of PostgreSQL, which recovers from its log. */
  POSTGRES_CRASHED,
  /** Connections to PostgreSQL are cut and refused, of one node or of all. */
  POSTGRES_CUT,
  /** Everything to and from PostgreSQL takes longer, for one node or for all. */
  POSTGRES_SLOW;

  /** Whether it needs a cluster of Redis servers. */
  boolean ofCluster() {
    return this == REDIS_FAILOVER;
  }

  /** Whether it can be played with a single Redis and with a cluster. */
  boolean anywhere() {
    return switch (this) {
      case NODE_KILLED,
          NODE_FROZEN,
          REDIS_FLUSHED,
          POSTGRES_RESTARTED,
          POSTGRES_CRASHED,
          POSTGRES_CUT,
          POSTGRES_SLOW ->
          true;
      case REDIS_KILLED, REDIS_FROZEN, REDIS_CUT, REDIS_SLOW, REDIS_FAILOVER -> false;
    };
  }
}
