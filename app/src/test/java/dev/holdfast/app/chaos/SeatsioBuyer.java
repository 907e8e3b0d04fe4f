package dev.holdfast.app.chaos;

import dev.holdfast.app.chaos.SeatsioCaller.Token;
import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.StatusCall;
import dev.holdfast.app.history.StatusCall.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Buys as clients of seats.io do: the best that there is, or seats by their names, for one event or
 * for both, or places; at times what somebody holds through v1.
 */
final class SeatsioBuyer implements Runnable {
  private static final int MOST = 4;
  private static final int SHORTEST_SECONDS = 1;
  private static final int LONGEST_SECONDS = 3;
  private static final int THINKING_MILLIS = 120;

  /** At times a buyer comes back when a hold of v1 is over. */
  private static final int LATE_MILLIS = 2_500;

  private static final Duration PACE = Duration.ofMillis(150);
  private static final int ENDING_ROUNDS = 100;

  private final SeatsioCaller service;
  private final List<Night> nights;
  private final Random random;

  /** Tokens that may hold something. Theirs live for a minute, and nobody waits for that. */
  private final List<String> open = new ArrayList<>();

  private volatile boolean enough;

  /**
   * A buyer.
   *
   * @param random the one that the caller has, too
   */
  SeatsioBuyer(SeatsioCaller service, List<Night> nights, Random random) {
    this.service = service;
    this.nights = nights;
    this.random = random;
  }

  void stop() {
    enough = true;
  }

  @Override
  public void run() {
    while (!enough) {
      if (random.nextInt(8) == 0) {
        buyWhatV1Holds();
      } else {
        service.token(nights.getFirst().recorder()).ifPresent(this::buy);
      }
      think();
    }
    endAll();
  }

  /** So that nothing is held for a minute after the last fault. */
  private void endAll() {
    for (int round = 0; round < ENDING_ROUNDS && !open.isEmpty(); round++) {
      open.removeIf(token -> service.end(token, nights));
      if (!open.isEmpty()) {
        Pausing.lasting(PACE);
      }
    }
  }

  /** What is bought under one token. */
  private record Cart(
      List<Night> nights, List<String> objects, int count, String token, @Nullable Instant until) {
    Asked asked(Deed deed, String order) {
      return new Asked(deed, false, objects, count, token, until, order);
    }
  }

  private void buy(Token token) {
    open.add(token.text());
    List<Night> one = List.of(nights.get(random.nextInt(nights.size())));
    int count = random.nextInt(1, MOST + 1);
    int wish = random.nextInt(10);
    if (wish < 4) {
      buyBest(one, count, token);
    } else if (wish < 6) {
      buyNamed(new Cart(one, labels(count), count, token.text(), token.until()));
    } else if (wish < 8) {
      buyNamed(new Cart(nights, labels(count), count, token.text(), token.until()));
    } else {
      buyNamed(new Cart(one, List.of(Hall.AREA), count, token.text(), token.until()));
    }
  }

  private void buyBest(List<Night> one, int count, Token token) {
    Asked asked =
        new Asked(Deed.RESERVE, true, Hall.SEATS, count, token.text(), token.until(), newOrder());
    StatusCall best = service.change(asked, one);
    if (best.result() == Result.DONE) {
      goOn(new Cart(one, best.told(), count, token.text(), token.until()));
    } else {
      forget(token.text(), best.result());
    }
  }

  private void buyNamed(Cart cart) {
    Result result = ask(Deed.RESERVE, cart);
    if (result == Result.DONE) {
      if (random.nextInt(10) == 0 && !cart.objects.contains(Hall.AREA)) {
        // What is the token's already has another order afterwards.
        var _ = ask(Deed.RESERVE, cart);
      }
      goOn(cart);
    } else {
      forget(cart.token, result);
    }
  }

  private Result ask(Deed deed, Cart cart) {
    return service.change(cart.asked(deed, newOrder()), cart.nights).result();
  }

  /** A token of v1 has no life of its own, and its holds are short. */
  private void buyWhatV1Holds() {
    Night night = nights.get(random.nextInt(nights.size()));
    List<Caller> callers = night.callers();
    int count = random.nextInt(1, MOST + 1);
    List<String> labels = labels(count);
    String token = newOrder();
    int seconds = random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1);
    Caller anywhere = callers.get(random.nextInt(callers.size()));
    if (anywhere.hold(labels, token, seconds).result() == Result.DONE) {
      goOn(new Cart(List.of(night), labels, count, token, null));
    }
  }

  private void goOn(Cart cart) {
    hesitate();
    int mood = random.nextInt(10);
    if (mood < 2) {
      leave(cart);
    } else if (mood < 4) {
      change(Deed.FREE, cart);
    } else if (change(Deed.TAKE, cart) == Result.DONE && !cart.objects.contains(Hall.AREA)) {
      cart.nights.forEach(night -> night.booked().add(new TreeSet<>(cart.objects)));
    }
  }

  private Result change(Deed deed, Cart cart) {
    Result result = ask(deed, cart);
    if (result == Result.DONE) {
      open.remove(cart.token);
    }
    return result;
  }

  /** Half of them end their token, the others leave that to the end, or to v1's deadline. */
  private void leave(Cart cart) {
    if (cart.until != null && random.nextBoolean() && service.end(cart.token, nights)) {
      open.remove(cart.token);
    }
  }

  /** A token that holds nothing for sure need not be ended. */
  private void forget(String token, Result result) {
    if (result != Result.UNKNOWN) {
      open.remove(token);
    }
  }

  private List<String> labels(int count) {
    Set<String> labels = new TreeSet<>();
    while (labels.size() < count) {
      labels.add(Hall.SEATS.get(random.nextInt(Hall.SEATS.size())));
    }
    return List.copyOf(labels);
  }

  private String newOrder() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private void think() {
    Pausing.lasting(Duration.ofMillis(random.nextInt(THINKING_MILLIS)));
  }

  private void hesitate() {
    if (random.nextInt(12) == 0) {
      Pausing.lasting(Duration.ofMillis(random.nextInt(LATE_MILLIS)));
    } else {
      think();
    }
  }
}
