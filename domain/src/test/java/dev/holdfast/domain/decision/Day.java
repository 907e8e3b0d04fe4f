package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.KeyCap;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.IfNothing;
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
 * hold ada A-1,pit*3 60s   for a token; pit/gold*3 names a category; "via 7/3" at the end: through
 *                          API key 7, through which 3 places may be held
 * extend ada A-1 60s       extend ada * 60s: everything of hers
 * book ada A-1,pit
 * release ada A-1          only what she holds; "return": also the places she has in an area
 * free A-1                 whoever has it; "free!" confirms all places of an area
 * open ada A-1 60s         as hold, for a new token that expires by itself
 * extend! ada A-1 60s      all of it or nothing
 * book ada A-1,pit+3       besides A-1 three places, held or not; so "release ada pit+3" and "free"
 * release? ada A-1         leaves what there is nothing of; so "return?", "free?" and "free!?";
 *                          the layout has everything but what begins with Z
 * expire-token ada         ends what she holds
 * begin ada 900s           makes her a token that expires by itself
 * end ada                  ends the term of her token, and nothing that it holds
 * term ada                 the term as it stands
 * sweep                    ends what the ledger finds due
 * expire A-1#4             ends hold 4 if it is found lapsed
 * see A-1                  what the ledger has stored
 * change booked ada A-1    see {@link ChangeLine}
 * annotate A-1,A-2 red     hangs this extra data on seats; without a word, none
 * stalls 3x6+10            what {@code best} chooses from, see {@link Stalls}; the pit for all
 * best hold ada 3          see {@link BestLine}
 * news A-1                 what the gate was told of a seat by the last transaction
 * tick 60s                 time passes
 * layout pit=5             from now on the layout gives the area 5 places
 * rules pit=3              from now on 3 places of the area are not for sale; A-1=no: nor is the seat,
 *                          A-1=other: others' channels have it, A-1=0: it is for sale
 * &amp; ...                shares the transaction of the line above
 * </pre>
 */
final class Day {
  private final BoxOffice office;
  private final Map<String, Integer> capacities = new LinkedHashMap<>();
  private final Map<String, Offer> offers = new LinkedHashMap<>();
  private Stalls stalls = Stalls.of("1x1");
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
      case "rules" -> {
        String[] object = words.get(1).split("=", 2);
        offers.put(object[0], offer(object[1]));
      }
      case "stalls" -> {
        stalls = Stalls.of(words.get(1));
        capacities.put("pit", stalls.places());
      }
      case "see" ->
          assertEquals(line[1], Told.of(words.get(1), office.rows(words.get(1))), line[0]);
      case "begin" -> office.begin(token(words.get(1)), duration(words.get(2)));
      case "news" -> assertEquals(line[1], office.news(words.get(1)), line[0]);
      case "end" -> assertEquals(line[1], "" + office.end(token(words.get(1))), line[0]);
      case "renew" ->
          assertEquals(
              line[1],
              office
                  .renew(token(words.get(1)), duration(words.get(2)))
                  .map(Told::of)
                  .orElse("none"));
      case "term" ->
          assertEquals(line[1], office.term(token(words.get(1))).map(Told::of).orElse("none"));
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
      case "hold" -> through(words, hold(words.get(1), words.get(2), duration(words.get(3))));
      case "open" -> through(words, open(words.get(1), words.get(2), duration(words.get(3))));
      case "extend" -> extend(words.get(1), words.get(2), duration(words.get(3)), false);
      case "extend!" -> extend(words.get(1), words.get(2), duration(words.get(3)), true);
      case "book" -> book(words.get(1), words.get(2));
      case "release" -> release(words.get(2), mine(words, false), IfNothing.REFUSE);
      case "return" -> release(words.get(2), mine(words, true), IfNothing.REFUSE);
      case "free" -> release(words.get(1), new Anybodys(false), IfNothing.REFUSE);
      case "free!" -> release(words.get(1), new Anybodys(true), IfNothing.REFUSE);
      case "release?" -> release(words.get(2), mine(words, false), IfNothing.LEAVE);
      case "return?" -> release(words.get(2), mine(words, true), IfNothing.LEAVE);
      case "free?" -> release(words.get(1), new Anybodys(false), IfNothing.LEAVE);
      case "free!?" -> release(words.get(1), new Anybodys(true), IfNothing.LEAVE);
      case "change" -> new ChangeLine(this, office.event).of(words);
      case "best" -> new BestLine(office.event, stalls).of(words);
      case "annotate" -> annotate(words.get(1), words.size() > 2 ? words.get(2) : "");
      case "expire-token" -> new ExpireToken(office.event, token(words.get(1)), Origin.OWN);
      case "follow" -> new Follow(office.event, token(words.get(1)), Origin.OWN);
      case "sweep" -> new Expire(office.event, office.due());
      case "expire" -> new Expire(office.event, List.of(due(words.get(1))));
      default -> throw new IllegalArgumentException(words.getFirst());
    };
  }

  private static Offer offer(String text) {
    return switch (text) {
      case "no" -> new Offer(false, true, 0);
      case "other" -> new Offer(true, false, 0);
      default -> new Offer(true, true, Integer.parseInt(text));
    };
  }

  Hold hold(String token, String objects, Duration ttl) {
    return hold(token, objects, ttl, ExtraData.NONE);
  }

  Hold hold(String token, String objects, Duration ttl, ExtraData extraData) {
    List<Wanted> wanted = names(objects).stream().map(this::wanted).toList();
    return byRules(
        new Hold(office.event, BoxOffice.LAYOUT, token(token), wanted, ttl, extraData, Origin.OWN),
        Optional.empty());
  }

  private Hold byRules(Hold hold, Optional<KeyCap> cap) {
    return new Hold(
        hold.event(),
        hold.on(),
        hold.token(),
        hold.wanted(),
        hold.life(),
        hold.extraData(),
        hold.origin(),
        cap,
        offers);
  }

  private Hold through(List<String> words, Hold hold) {
    if (words.size() < 5) {
      return hold;
    }
    String[] key = words.get(5).split("/", 2);
    return byRules(hold, Optional.of(new KeyCap(Long.parseLong(key[0]), Integer.parseInt(key[1]))));
  }

  private Hold open(String token, String objects, Duration ttl) {
    return new Hold(
        office.event,
        BoxOffice.LAYOUT,
        token(token),
        names(objects).stream().map(this::wanted).toList(),
        new Hold.Life(ttl, true),
        ExtraData.NONE,
        Origin.OWN);
  }

  /** {@code A-1}, {@code A-1/gold}, {@code pit*3}, {@code pit/gold*3}. */
  Wanted wanted(String text) {
    return text.contains("*") ? places(text) : new WantedSeat(name(text), category(text));
  }

  /** {@code pit*3}, {@code pit+3}, {@code pit/gold*3}. */
  private WantedPlaces places(String text) {
    String[] parts = text.split("[*+]", 2);
    String area = name(parts[0]);
    int capacity = Objects.requireNonNull(capacities.get(area), area);
    return new WantedPlaces(area, category(parts[0]), Integer.parseInt(parts[1]), capacity);
  }

  private static String name(String text) {
    return text.split("/", 2)[0];
  }

  private static @Nullable String category(String text) {
    String[] name = text.split("/", 2);
    return name.length == 2 ? name[1] : null;
  }

  private Extend extend(String token, String objects, Duration ttl, boolean all) {
    Optional<List<String>> named =
        objects.equals("*") ? Optional.empty() : Optional.of(names(objects));
    return new Extend(office.event, token(token), named, ttl, all, Origin.OWN);
  }

  Book book(String token, String objects) {
    List<WantedPlaces> places = numbered(objects).stream().map(this::places).toList();
    return new Book(
        office.event,
        token(token),
        whole(objects),
        places,
        places.isEmpty() ? Optional.empty() : Optional.of(new SoldBy(BoxOffice.LAYOUT, 0)),
        offers,
        ExtraData.NONE,
        null,
        Origin.OWN);
  }

  private static OfToken mine(List<String> words, boolean takenPlaces) {
    return new OfToken(token(words.get(1)), takenPlaces);
  }

  private Release release(String text, Scope scope, IfNothing ifNothing) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String each : numbered(text)) {
      String[] parts = each.split("[+]", 2);
      places.put(parts[0], Integer.valueOf(parts[1]));
    }
    Set<String> named = new HashSet<>(whole(text));
    named.addAll(places.keySet());
    Set<String> unknown = new HashSet<>(named);
    unknown.removeIf(each -> !each.startsWith("Z"));
    named.retainAll(capacities.keySet());
    Release.Names names = new Release.Names(named, unknown);
    return new Release(office.event, whole(text), places, names, scope, ifNothing, Origin.OWN);
  }

  private static List<String> whole(String text) {
    return names(text).stream().filter(each -> !each.contains("+")).toList();
  }

  private static List<String> numbered(String text) {
    return names(text).stream().filter(each -> each.contains("+")).toList();
  }

  private Annotate annotate(String seats, String value) {
    ExtraData data = value.isEmpty() ? ExtraData.NONE : ChangeLine.extra(value);
    Map<String, ExtraData> all = new LinkedHashMap<>();
    names(seats).forEach(each -> all.put(each, data));
    return new Annotate(office.event, new SoldBy(BoxOffice.LAYOUT, 0), all, Origin.OWN);
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
