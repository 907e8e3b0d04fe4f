package dev.holdfast.domain.choice;

/** Whether those who were seated by a choice sit side by side. */
public enum Adjacency {
  /** Without anybody between them, in one row; one seat by itself as well. */
  TOGETHER,
  /** Seats that are no unbroken part of a row. */
  APART,
  /** Tables, booths and areas have no neighbours. */
  UNTOLD
}
