package dev.holdfast.app.chaos;

import java.time.Duration;

/**
 * One fault of a schedule.
 *
 * @param node which node it befalls, from 0; {@link #EVERY} for all
 * @param lasting from its beginning to its end, where it lasts
 * @param calm from when everything sells again to the next fault
 */
record Fault(FaultKind kind, int node, Duration lasting, Duration calm) {
  static final int EVERY = -1;

  @Override
  public String toString() {
    String where =
        switch (kind) {
          case NODE_KILLED, NODE_FROZEN -> " " + node;
          case REDIS_CUT, REDIS_SLOW, POSTGRES_CUT, POSTGRES_SLOW ->
              node == EVERY ? " for all" : " for node " + node;
          case REDIS_KILLED,
              REDIS_FROZEN,
              REDIS_FLUSHED,
              REDIS_FAILOVER,
              POSTGRES_RESTARTED,
              POSTGRES_CRASHED ->
              "";
        };
    return kind + where + ", " + lasting.toMillis() + " ms";
  }
}
