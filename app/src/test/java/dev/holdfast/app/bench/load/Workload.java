package dev.holdfast.app.bench.load;

/** What is sent, and how it has to be answered. Asked by one thread. */
public interface Workload {
  /** There is nothing left to send on this connection. */
  int NOTHING = 0;

  /**
   * Writes the next request of a connection.
   *
   * @param connection counted from 0
   * @return the status that the answer must have, or {@link #NOTHING}
   */
  int next(int connection, RequestBytes request);

  /**
   * Hears of the answer to the last request of a connection.
   *
   * @param asExpected whether it had the status that it must have
   */
  default void answered(int connection, boolean asExpected) {}
}
