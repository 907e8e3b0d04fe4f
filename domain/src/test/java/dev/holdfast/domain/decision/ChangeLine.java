package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@link Day} that changes the status of objects: {@code change STATUS TOKEN OBJECTS}
 * and words that say how, in any order.
 *
 * <pre>
 * change hold ada A-1,pit*3    hers; the token has a term, or the hold lasts 60s; "for 90s"
 * change booked - A-1          sold by the house itself; so any word, and "resale"
 * change free ada A-1          nobody's
 * pit/gold:adult*2             two places in gold, as tickets of a kind
 * order=o1  extra=red  keep    the order, what hangs on each object, whether that stays
 * listing=L1                   the offer of a resale
 * if=free,held  unless=foo     statuses from which it may change, and may not; "if=" from none
 * unsold=A-1   elsewhere=A-1   not for sale; in another channel
 * withheld=pit*2               places of an area that are not for sale to this seller
 * </pre>
 */
record ChangeLine(Day day, EventId event) {
  private static final Pattern OBJECT = Pattern.compile("([^:*]+)(?::([^*]+))?(\\*.+)?");
  private static final Duration LIFE = Duration.ofSeconds(60);

  Change of(List<String> words) {
    Map<String, String> how = how(words);
    Optional<HoldToken> token = token(words.get(2));
    List<Target> targets = new ArrayList<>();
    for (String object : words.get(3).split(",", -1)) {
      targets.add(target(object, how));
    }
    return new Change(
        event,
        new SoldBy(BoxOffice.LAYOUT, 0),
        goal(words.get(1), token, how),
        targets,
        new Conditions(
            Optional.ofNullable(how.get("if")).map(ChangeLine::set),
            Optional.ofNullable(how.get("unless")).map(ChangeLine::set).orElse(Set.of())),
        how.get("order"),
        how.containsKey("keep"),
        Origin.OWN);
  }

  /** The words that say how, from the fifth on. */
  static Map<String, String> how(List<String> words) {
    Map<String, String> how = new HashMap<>();
    for (String word : words.subList(4, words.size())) {
      String[] pair = word.split("=", 2);
      how.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    return how;
  }

  /** The token of this name; {@code -} is none. */
  static Optional<HoldToken> token(String name) {
    return name.equals("-") ? Optional.empty() : Optional.of(Day.token(name));
  }

  static Goal goal(String word, Optional<HoldToken> token, Map<String, String> how) {
    return switch (word) {
      case "hold" -> {
        String life = how.get("for");
        yield new Goal.Hold(token.orElseThrow(), life == null ? LIFE : Day.duration(life));
      }
      case "free" -> new Goal.Free(token);
      case "resale" -> new Goal.Take(word, token, new Resale(how.get("listing")));
      default -> new Goal.Take(word, token, null);
    };
  }

  private Target target(String text, Map<String, String> how) {
    Matcher parts = OBJECT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    String places = parts.group(3) == null ? "" : parts.group(3);
    Wanted wanted = day.wanted(parts.group(1) + places);
    return new Target(wanted, extra(how), parts.group(2), offer(wanted, how));
  }

  private static @Nullable ExtraData extra(Map<String, String> how) {
    String value = how.get("extra");
    return value == null ? null : extra(value);
  }

  static ExtraData extra(String value) {
    return new ExtraData(Map.of("\"extra\"", "\"" + value + "\""));
  }

  static Offer offer(Wanted wanted, Map<String, String> how) {
    boolean unsold = set(how.getOrDefault("unsold", "")).contains(wanted.object());
    boolean elsewhere = set(how.getOrDefault("elsewhere", "")).contains(wanted.object());
    int withheld = 0;
    if (wanted instanceof WantedPlaces(String area, _, _, _)) {
      for (String each : set(how.getOrDefault("withheld", ""))) {
        String[] pair = each.split("\\*", 2);
        withheld += pair[0].equals(area) ? Integer.parseInt(pair[1]) : 0;
      }
    }
    return new Offer(!unsold, !elsewhere, withheld);
  }

  static Set<String> set(String text) {
    return text.isEmpty() ? Set.of() : new HashSet<>(List.of(text.split(",", -1)));
  }
}
