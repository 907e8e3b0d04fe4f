package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
    private final List<String> tokens = new ArrayList<>(TOKENS);
    private final RandomChanges changes;
    private int opened;

    History(Random random, boolean republishes) {
      this.random = random;
      this.republishes = republishes;
      this.changes = new RandomChanges(random);
    }

    void play(int transactions) {
      for (int n = 0; n < transactions; n++) {
        if (random.nextInt(3) == 0) {
          say("tick " + random.nextInt(30) + "s");
        }
        if (republishes && random.nextInt(10) == 0) {
          say("layout pit=" + (1 + random.nextInt(9)));
        }
        if (random.nextInt(5) == 0) {
          end(token());
        }
        if (random.nextInt(8) == 0) {
          begin();
        }
        transaction();
      }
      day.office().checkIntegrity();
    }

    /** Somebody ends a token; whether its holds are ended as well is left to chance. */
    private void end(String token) {
      said.add("end " + token);
      HoldToken name = Day.token(token);
      assertEquals(expectation.ends(name, day.office().hall.clock.now()), day.office().end(name));
    }

    /** Somebody makes a token that holds nothing yet. */
    private void begin() {
      String token = newToken();
      int seconds = 10 + random.nextInt(80);
      expectation.begins(
          Day.token(token), Duration.ofSeconds(seconds), day.office().hall.clock.now());
      say("begin " + token + " " + seconds + "s");
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
      String token = token();
      String ttl = " " + (1 + random.nextInt(40)) + "s";
      if (random.nextInt(3) == 0) {
        return changes.line(random.nextInt(4) == 0 ? "-" : token, wanted());
      }
      return switch (random.nextInt(16)) {
        case 0, 1, 2, 3 -> "hold " + token + " " + wanted() + ttl + via();
        case 4, 5 -> "open " + newToken() + " " + wanted() + ttl + via();
        case 6, 7 -> one("extend", "extend!") + token + " " + objects() + ttl;
        case 8 -> one("extend", "extend!") + token + " *" + ttl;
        case 9, 10 -> "book " + token + " " + some();
        case 11 -> one("release", "release?", "return", "return?") + token + " " + someOrNothing();
        case 12 -> one("free", "free!", "free?", "free!?") + someOrNothing();
        case 13 -> "expire-token " + token;
        case 14 -> "annotate " + seats() + one(" red", " blue", "").stripTrailing();
        default -> "sweep";
      };
    }

    /** Through one of two API keys of which one may hold more, or through one without a cap. */
    private String via() {
      return one(" via 1/5", " via 2/3", "").stripTrailing();
    }

    private String token() {
      return tokens.get(random.nextInt(tokens.size()));
    }

    /** The latest few of those that expire by themselves stay in use, over or not. */
    private String newToken() {
      if (tokens.size() == TOKENS.size() + 2) {
        tokens.remove(TOKENS.size());
      }
      tokens.add("new" + ++opened);
      return tokens.getLast();
    }

    private String one(String... words) {
      return words[random.nextInt(words.length)] + " ";
    }

    /** Whole objects, and places by number. */
    private String some() {
      String whole = objects();
      if (random.nextBoolean()) {
        return whole;
      }
      String places = one("pit", "floor").strip() + "+" + (1 + random.nextInt(5));
      return random.nextBoolean() ? places : whole + "," + places;
    }

    private String someOrNothing() {
      return random.nextInt(20) == 0 ? some() + ",Z-9" : some();
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

    private String seats() {
      List<String> seats = new ArrayList<>(OBJECTS.subList(0, 4));
      Collections.shuffle(seats, random);
      return String.join(",", seats.subList(0, 1 + random.nextInt(3)));
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
      String what =
          switch (state) {
            case Held held -> held.token().value() + " held till " + Told.time(held.until());
            case Taken taken -> owner(taken) + " " + taken.status();
            case SeatState.Free _ -> "nobody free";
          };
      Tag tag = state.tag();
      String extra = tag.extraData().members().isEmpty() ? null : tag.extraData().toJson();
      String offer = tag.resale() == null ? null : "" + tag.resale().listing();
      return object
          + "/"
          + tag.category()
          + "*"
          + places
          + " "
          + what
          + new Slip.Hangs(tag.order(), tag.ticketType(), extra, offer).told();
    }

    private static String owner(Taken taken) {
      return taken.token() == null ? "nobody" : taken.token().value();
    }
  }
}
