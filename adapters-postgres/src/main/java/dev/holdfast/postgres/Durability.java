package dev.holdfast.postgres;

/** What an acknowledged change survives. */
public enum Durability {
  /** Everything acknowledged survives kill -9 of the service and of the database. */
  FULL,
  /**
   * Transactions that contain holds only do not wait for the disk: a crash of the database may lose
   * the last fraction of a second of them. Sales and releases wait all the same.
   */
  RELAXED
}
