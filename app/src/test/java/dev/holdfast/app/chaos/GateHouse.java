package dev.holdfast.app.chaos;

import java.util.List;

/** The Redis of a run. */
interface GateHouse extends AutoCloseable {
  /** Where a node finds it. */
  String url(int node);

  void kill();

  void restart();

  void freeze();

  void thaw();

  void flush();

  /** A node's wire to it, or every node's. */
  List<Relay> relays(int node);

  /** Kills a master; returns when its replica has taken over. */
  void failOver();

  /** After {@link #failOver}: what was killed is there again; returns when all is well. */
  void heal();

  @Override
  void close();
}
