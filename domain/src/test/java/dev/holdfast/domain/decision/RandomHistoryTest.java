package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random days: every answer, and all that stands at the end of each transaction, is foreseen. */
final class RandomHistoryTest {
  private static final HoldPolicy STRICT =
      new HoldPolicy(Duration.ofHours(24), Duration.ofSeconds(60), 4);
  private static final List<String> TOKENS = List.of("ada", "bob", "eve");
  private static final List<String> OBJECTS = List.of("A-1", "A-2", "A-3", "A-4", "pit", "floor");
  private static final List<String> CATEGORIES = List.of("/gold", "/standing", "");

  @Test
  void I6_I7_whatever_happens_places_add_up_and_every_hold_ends_once() {
    Seed seed = Seed.choose();
    seed.play(() -> new History(seed.random(), false).play(300));
  }

  @Test
  void I6_I7_places_add_up_however_the_layouts_capacity_goes_up_and_down() {
    Seed seed = Seed.choose();
    seed.play(() -> new History(seed.random(), true).play(300));
  }

  /** One history; commands come alone or several to a transaction. */
  private static final class History {
    private final Random random;
    private final boolean republishes;
    private final Day day = new Day(STRICT).play("layout pit=6\nlayout floor=3");
    private final Expectation expectation = new Expectation(STRICT);
    private final List<String> said = new ArrayList<>();

    History(Random random, boolean republishes) {
      this.random = random;
      this.republishes = republishes;
    }

    void play(int transactions) {
      for (int n = 0; n < transactions; n++) {
        if (random.nextInt(3) == 0) {
          say("tick " + random.nextInt(30) + "s");
        }
        if (republishes && random.nextInt(10) == 0) {
          say("layout pit=" + (1 + random.nextInt(9)));
        }
        transaction();
      }
    }

    private void say(String line) {
      said.add(line);
      day.play(line);
    }

    private void transaction() {
      List<Command<?>> commands = new ArrayList<>();
      for (int more = random.nextInt(4); more >= 0; more--) {
        String line = line();
        said.add(line);
        commands.add(day.command(List.of(line.split(" ", -1))));
      }
      try {
        List<Boolean> answers =
            day.office().together(commands).stream()
                .map(Outcome.Accepted.class::isInstance)
                .toList();
        List<Boolean> foreseen =
            commands.stream()
                .map(each -> expectation.accepts(each, day.office().hall.clock.now()))
                .toList();
        assertEquals(foreseen, answers);
        assertEquals(expectation.told(), picture());
      } catch (AssertionError | RuntimeException e) {
        List<String> last = said.subList(Math.max(0, said.size() - 40), said.size());
        throw new AssertionError(e.getMessage() + " after\n" + String.join("\n", last), e);
      }
    }

    private String line() {
      String token = TOKENS.get(random.nextInt(TOKENS.size()));
      String ttl = " " + (1 + random.nextInt(40)) + "s";
      return switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> "hold " + token + " " + wanted() + ttl;
        case 4 -> "extend " + token + " " + objects() + ttl;
        case 5 -> "extend " + token + " *" + ttl;
        case 6 -> "book " + token + " " + objects();
        case 7 -> (random.nextBoolean() ? "release " : "return ") + token + " " + objects();
        case 8 -> (random.nextBoolean() ? "free " : "free! ") + objects();
        default -> "sweep";
      };
    }

    private String objects() {
      TreeSet<String> some = new TreeSet<>();
      for (int more = random.nextInt(3); more >= 0; more--) {
        some.add(OBJECTS.get(random.nextInt(OBJECTS.size())));
      }
      return String.join(",", some);
    }

    private String wanted() {
      TreeSet<String> some = new TreeSet<>();
      for (String object : objects().split(",", -1)) {
        if (object.startsWith("A-")) {
          some.add(object);
        } else {
          List<String> categories = new ArrayList<>(CATEGORIES);
          for (int more = random.nextInt(2); more >= 0; more--) {
            String category = categories.remove(random.nextInt(categories.size()));
            some.add(object + category + "*" + (1 + random.nextInt(3)));
          }
        }
      }
      return String.join(",", some);
    }

    private List<String> picture() {
      EventPicture picture = day.office().picture();
      return Stream.concat(
              picture.seats().stream().map(Picture::of),
              picture.records().stream().map(Picture::of))
          .sorted()
          .toList();
    }
  }

  /** Rows in the words of {@link Expectation}. */
  private static final class Picture {
    static String of(Seat seat) {
      return of(seat.label(), 1, seat.state());
    }

    static String of(AreaRecord record) {
      return of(record.area(), record.quantity(), record.state());
    }

    private static String of(String object, int places, SeatState state) {
      return switch (state) {
        case Held held ->
            object
                + "*"
                + places
                + " "
                + held.token().value()
                + " held till "
                + Told.time(held.until());
        case Taken taken -> object + "*" + places + " " + owner(taken) + " booked";
        case SeatState.Free _ -> throw new AssertionError(object + " is free and shown");
      };
    }

    private static String owner(Taken taken) {
      return taken.token() == null ? "nobody" : taken.token().value();
    }
  }
}
