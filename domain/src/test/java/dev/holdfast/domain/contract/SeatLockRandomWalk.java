package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** L46: whatever is done to it, a backend answers as {@link SeatLockOracle} does. */
public interface SeatLockRandomWalk extends SeatLockRules {
  /** Episodes, each with an event and an oracle of its own. */
  default int episodes() {
    return 12;
  }

  @Test
  default void L46_any_history_is_answered_as_the_rules_say() {
    SeatLockSeed seed = SeatLockSeed.choose();
    Random random = seed.random();
    for (int episode = 1; episode <= episodes(); episode++) {
      Walk walk = new Walk(this, new EventId(1000 + episode), random);
      int before = entries();
      for (int step = 0; step < 60; step++) {
        walk.step(seed + ", episode " + episode + ", step " + step + ": ");
      }
      assertEquals(walk.oracle.entries(), entries() - before, seed + ", episode " + episode);
      walk.cleanUp();
    }
  }

  /** One episode. */
  final class Walk {
    private static final List<String> SEATS = List.of("A-1", "A-2", "A:1", "{A}", "\u7b2c");
    private static final List<HoldToken> TOKENS = List.of(ANN, BEN, CAT);

    private final SeatLockRules rules;
    private final EventId event;
    private final Random random;
    private final SeatLockOracle oracle = new SeatLockOracle();
    private int lapses;

    Walk(SeatLockRules rules, EventId event, Random random) {
      this.rules = rules;
      this.event = event;
      this.random = random;
    }

    void step(String where) {
      int dice = random.nextInt(20);
      if (dice < 9) {
        claim(where, LONG);
      } else if (dice < 12) {
        HoldToken token = token();
        List<String> labels = labels();
        rules.locks().withdraw(event, token, labels);
        oracle.withdraw(token, labels);
      } else if (dice < 19 || lapses == 2) {
        learn(LONG);
      } else {
        lapse(where);
      }
    }

    /** Short lives only just before time passes: how short they are must not matter. */
    private void lapse(String where) {
      lapses++;
      if (random.nextBoolean()) {
        learn(rules.moment());
      } else {
        claim(where, rules.moment());
      }
      rules.passMoment();
      oracle.pass(rules.moment().multipliedBy(2));
    }

    private void claim(String where, Duration ttl) {
      HoldToken token = token();
      List<String> labels = labels();
      assertEquals(
          oracle.claim(token, labels, ttl),
          rules.locks().claim(event, token, labels, ttl),
          () -> where + token.value() + " claims " + labels);
    }

    private void learn(Duration remaining) {
      List<SeatNews> news = new ArrayList<>();
      for (String label : labels()) {
        long version = random.nextLong(1, 7);
        news.add(
            switch (random.nextInt(3)) {
              case 0 -> new SeatNews.NowFree(label, version);
              case 1 -> new SeatNews.NowTaken(label, version);
              default -> new SeatNews.NowHeld(label, version, token(), remaining);
            });
      }
      rules.locks().learn(event, news);
      oracle.learn(news);
    }

    /** So that the next episode counts only its own. */
    void cleanUp() {
      rules.locks().learn(event, SEATS.stream().map(it -> SeatLockRules.free(it, 99)).toList());
      rules.locks().claim(event, ANN, SEATS, LONG);
      rules.locks().withdraw(event, ANN, SEATS);
    }

    private HoldToken token() {
      return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private List<String> labels() {
      List<String> labels = new ArrayList<>(SEATS);
      Collections.shuffle(labels, random);
      return labels.subList(0, 1 + random.nextInt(3));
    }
  }
}
