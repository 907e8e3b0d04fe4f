package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.domain.reservation.ReleaseRequest.Scope;
import dev.holdfast.domain.seat.ExtraData;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A box office's day as a table: a line is a command and, after {@code =>}, the whole answer that
 * is expected. Times are seconds since opening; {@code v} is an object's version.
 *
 * <pre>
 * hold ada A-1,pit*3 60s   for a token; pit/gold*3 names a category
 * extend ada A-1 60s       extend ada * 60s: everything of hers
 * book ada A-1,pit
 * release ada A-1          only what she holds; "return": also the places she has in an area
 * free A-1                 whoever has it; "free!" confirms all places of an area
 * sweep                    ends what the ledger finds due
 * expire A-1#4             ends hold 4 if it is found lapsed
 * see A-1                  what the ledger has stored
 * tick 60s                 time passes
 * layout pit=5             from now on the layout gives the area 5 places
 * &amp; ...                shares the transaction of the line above
 * </pre>
 */
final class Day {
  private final BoxOffice office;
  private final Map<String, Integer> capacities = new LinkedHashMap<>();
  private final List<Command<?>> pending = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final List<String> pendingLines = new ArrayList<>();

  Day() {
    this(HoldPolicy.STANDARD);
  }

  Day(HoldPolicy policy) {
    office = new BoxOffice(policy);
  }

  BoxOffice office() {
    return office;
  }

  /** Plays a table and fails at the first line that is answered otherwise. */
  Day play(String table) {
    for (String line : table.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        play(line.split("\\s*=>\\s*", 2));
      }
    }
    flush();
    return this;
  }

  /** The journal from an entry on, a line each. */
  List<String> journalFrom(int seq) {
    return office.journal().stream().skip(seq - 1L).map(Told::of).toList();
  }

  private void play(String[] line) {
    boolean joins = line[0].startsWith("& ");
    List<String> words = Arrays.asList((joins ? line[0].substring(2) : line[0]).split("\\s+"));
    if (!joins) {
      flush();
    }
    switch (words.getFirst()) {
      case "tick" -> office.tick(duration(words.get(1)));
      case "layout" -> {
        String[] area = words.get(1).split("=", 2);
        capacities.put(area[0], Integer.valueOf(area[1]));
      }
      case "see" ->
          assertEquals(line[1], Told.of(words.get(1), office.rows(words.get(1))), line[0]);
      default -> {
        pending.add(command(words));
        pendingLines.add(line[0]);
        expected.add(line[1]);
      }
    }
  }

  private void flush() {
    if (!pending.isEmpty()) {
      List<String> answers = office.together(pending).stream().map(Told::of).toList();
      for (int i = 0; i < answers.size(); i++) {
        assertEquals(expected.get(i), answers.get(i), pendingLines.get(i));
      }
    }
    pending.clear();
    pendingLines.clear();
    expected.clear();
  }

  /** The command of a line, cut into words. */
  Command<?> command(List<String> words) {
    return switch (words.getFirst()) {
      case "hold" -> hold(words.get(1), words.get(2), duration(words.get(3)));
      case "extend" -> extend(words.get(1), words.get(2), duration(words.get(3)));
      case "book" -> book(words.get(1), words.get(2));
      case "release" -> release(words.get(2), new OfToken(token(words.get(1)), false));
      case "return" -> release(words.get(2), new OfToken(token(words.get(1)), true));
      case "free" -> release(words.get(1), new Anybodys(false));
      case "free!" -> release(words.get(1), new Anybodys(true));
      case "sweep" -> new Expire(office.event, office.due());
      case "expire" -> new Expire(office.event, List.of(due(words.get(1))));
      default -> throw new IllegalArgumentException(words.getFirst());
    };
  }

  Hold hold(String token, String objects, Duration ttl) {
    return hold(token, objects, ttl, ExtraData.NONE);
  }

  Hold hold(String token, String objects, Duration ttl, ExtraData extraData) {
    List<Wanted> wanted = names(objects).stream().map(this::wanted).toList();
    return new Hold(
        office.event, BoxOffice.LAYOUT, token(token), wanted, ttl, extraData, Origin.OWN);
  }

  private Wanted wanted(String text) {
    String[] parts = text.split("[*]", 2);
    String[] name = parts[0].split("/", 2);
    @Nullable String category = name.length == 2 ? name[1] : null;
    if (parts.length == 1) {
      return new WantedSeat(name[0], category);
    }
    int capacity = Objects.requireNonNull(capacities.get(name[0]), name[0]);
    return new WantedPlaces(name[0], category, Integer.parseInt(parts[1]), capacity);
  }

  private Extend extend(String token, String objects, Duration ttl) {
    Optional<List<String>> named =
        objects.equals("*") ? Optional.empty() : Optional.of(names(objects));
    return new Extend(office.event, token(token), named, ttl, Origin.OWN);
  }

  Book book(String token, String objects) {
    return new Book(office.event, token(token), names(objects), ExtraData.NONE, null, Origin.OWN);
  }

  private Release release(String objects, Scope scope) {
    Set<String> areas = new HashSet<>(names(objects));
    areas.retainAll(capacities.keySet());
    return new Release(office.event, names(objects), areas, scope, Origin.OWN);
  }

  private DueHold due(String text) {
    String[] parts = text.split("#", 2);
    return new DueHold(office.event, parts[0], Long.parseLong(parts[1]));
  }

  static HoldToken token(String name) {
    return new HoldToken(name);
  }

  private static List<String> names(String text) {
    return List.of(text.split(","));
  }

  /** {@code 60s}, {@code 0.000001s}, {@code 24h}. */
  static Duration duration(String text) {
    int unit = text.endsWith("h") ? 3_600 : text.endsWith("m") ? 60 : 1;
    BigDecimal seconds =
        new BigDecimal(text.substring(0, text.length() - 1)).multiply(BigDecimal.valueOf(unit));
    return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
  }
}
