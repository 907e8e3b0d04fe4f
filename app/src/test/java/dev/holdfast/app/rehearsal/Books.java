package dev.holdfast.app.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What buyers asked to be booked, and what they were told. Many may write at once. */
final class Books {
  private final String run;
  private final Map<String, Order> orders = new ConcurrentHashMap<>();
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();

  /** What somebody asked for. */
  record Order(String id, String token, Wish wish) {}

  /**
   * What an acknowledgement said was booked.
   *
   * @param labels as answered
   */
  record Receipt(String order, List<String> labels, int places) {}

  /** What a buyer knows of his order. */
  enum Outcome {
    ACKNOWLEDGED,
    /** Every answer said that nothing was done. */
    REFUSED,
    UNKNOWN
  }

  /**
   * Books of one run.
   *
   * @param run told apart from any other, as tokens and orders are named after it
   */
  Books(String run) {
    this.run = run;
  }

  /** The name of the run. */
  String run() {
    return run;
  }

  String token(int buyer) {
    return run + "-buyer-" + buyer;
  }

  String order(int buyer) {
    return run + "-order-" + buyer;
  }

  /** Whether a token or an order is one of this run's buyers'. */
  boolean ours(String name) {
    return name.startsWith(run + "-");
  }

  /** To be told before the service is asked. */
  void asked(Order order) {
    orders.put(order.id(), order);
    outcomes.put(order.id(), Outcome.UNKNOWN);
  }

  void acknowledged(Receipt receipt) {
    receipts.add(receipt);
    outcomes.put(receipt.order(), Outcome.ACKNOWLEDGED);
  }

  void refused(String order) {
    outcomes.put(order, Outcome.REFUSED);
  }

  /** Something that was promised to a buyer was not kept. */
  void broken(String what) {
    broken.add(what);
  }

  Optional<Order> find(String order) {
    return Optional.ofNullable(orders.get(order));
  }

  Outcome outcome(String order) {
    return outcomes.getOrDefault(order, Outcome.UNKNOWN);
  }

  /** How many orders came out so. */
  long count(Outcome outcome) {
    return outcomes.values().stream().filter(outcome::equals).count();
  }

  List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  List<String> broken() {
    return List.copyOf(broken);
  }
}
