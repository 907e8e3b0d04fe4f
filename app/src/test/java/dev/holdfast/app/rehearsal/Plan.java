package dev.holdfast.app.rehearsal;

import java.util.random.RandomGenerator;

/**
 * What a buyer makes up his mind to before he comes; the same for the same seed.
 *
 * @param seats how many he wants
 * @param think nanoseconds from the hold to the payment
 * @param extend whether he needs his hold extended meanwhile
 * @param end how it ends
 */
record Plan(int seats, long think, boolean extend, End end) {
  private static final double EXTENDS = 0.1;
  private static final double GIVES_BACK = 0.5;

  /** How a buyer who holds something goes away. */
  enum End {
    PAYS,
    RELEASES,
    LEAVES
  }

  static Plan of(Options options, RandomGenerator dice) {
    int seats = dice.nextInt(options.leastSeats(), options.mostSeats() + 1);
    long think = options.think().nanos(dice);
    boolean extend = dice.nextDouble() < EXTENDS;
    boolean pays = dice.nextDouble() * 100 >= options.abandon();
    boolean back = dice.nextDouble() < GIVES_BACK;
    return new Plan(seats, think, extend, pays ? End.PAYS : back ? End.RELEASES : End.LEAVES);
  }
}
