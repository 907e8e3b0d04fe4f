package dev.holdfast.app.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is to be rehearsed from the command line. */
final class OptionsReader {
  static final String USAGE =
      """
      usage: rehearse --event KEY --url http://host:port --buyers N [--key SECRET_KEY]
               [--rate FROM:TO] [--step 10s] [--think 2s..10s] [--seats 1-4] [--abandon 30]
               [--bound 1s] [--seed S] [--json FILE] [--clean] [--yes]
      HOLDFAST_KEY in the environment carries the key as well, unseen by other users.\
      """;

  private static final Set<String> VALUES =
      Set.of(
          "event", "key", "url", "buyers", "rate", "step", "think", "seats", "abandon", "bound",
          "seed", "json");
  private static final Set<String> FLAGS = Set.of("clean", "yes");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m)");

  private final Map<String, String> told;

  private OptionsReader(Map<String, String> told) {
    this.told = told;
  }

  /**
   * The options.
   *
   * @param environment where {@code HOLDFAST_KEY} may be
   * @param chance the seed where none is told
   * @throws Refusal when they cannot be meant
   */
  static Options read(List<String> arguments, Map<String, String> environment, long chance) {
    Map<String, String> told = new HashMap<>();
    for (int n = 0; n < arguments.size(); n++) {
      String name = arguments.get(n).startsWith("--") ? arguments.get(n).substring(2) : "";
      if (FLAGS.contains(name)) {
        told.put(name, "");
      } else if (VALUES.contains(name) && valueAfter(arguments, n)) {
        n++;
        told.put(name, arguments.get(n));
      } else {
        throw new Refusal("not understood: " + arguments.get(n) + "\n" + USAGE);
      }
    }
    String key = environment.get("HOLDFAST_KEY");
    if (key != null && !key.isBlank()) {
      told.putIfAbsent("key", key.strip());
    }
    return new OptionsReader(told).options(chance);
  }

  /** An empty variable of a shell must not make the next option a value. */
  private static boolean valueAfter(List<String> arguments, int n) {
    return n + 1 < arguments.size() && !arguments.get(n + 1).startsWith("--");
  }

  private Options options(long chance) {
    String[] rate = pair("rate", "1:1000", ":");
    double from = number("rate", rate[0], Options.LEAST_RATE, Options.MOST_RATE);
    String[] think = pair("think", "2s..10s", "..");
    Duration least = duration("think", think[0], Options.THINKING);
    String[] seats = pair("seats", "1-4", "-");
    int fewest = (int) number("seats", seats[0], 1, Options.MOST_SEATS);
    String json = told.get("json");
    return new Options(
        url(),
        need("event"),
        need("key"),
        (int) number("buyers", need("buyers"), 1, Options.MOST_BUYERS),
        from,
        number("rate", rate[1], from, Options.MOST_RATE),
        duration("step", or("step", "10s"), Options.STEPS),
        new Span(least, duration("think", think[1], new Span(least, Options.THINKING.most()))),
        fewest,
        (int) number("seats", seats[1], fewest, Options.MOST_SEATS),
        (int) number("abandon", or("abandon", "30"), 0, 100),
        duration("bound", or("bound", "1s"), Options.BOUNDS),
        (long) number("seed", or("seed", Long.toString(chance)), 0, 1L << 53),
        json == null ? null : Path.of(json),
        told.containsKey("clean"),
        told.containsKey("yes"));
  }

  private String or(String name, String otherwise) {
    return told.getOrDefault(name, otherwise);
  }

  private String need(String name) {
    @Nullable String value = told.get(name);
    if (value == null || value.isBlank()) {
      throw new Refusal("--" + name + " is missing\n" + USAGE);
    }
    return value;
  }

  private URI url() {
    String text = need("url").replaceFirst("/+$", "");
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, as what is no address of a service is.
    }
    throw new Refusal("--url is http://host:port or https://host, not " + text);
  }

  /** Both ends; a single one is both. */
  private String[] pair(String name, String otherwise, String between) {
    String value = or(name, otherwise);
    int at = value.indexOf(between);
    return at < 0
        ? new String[] {value, value}
        : new String[] {value.substring(0, at), value.substring(at + between.length())};
  }

  private static double number(String name, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      boolean whole = name.equals("rate") || number == Math.rint(number);
      if (whole && number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a number out of its bounds is.
    }
    throw new Refusal(
        "--%s is from %s to %s, not %s".formatted(name, plain(least), plain(most), text));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static Duration duration(String name, String text, Span bounds) {
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      Duration duration =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
          };
      if (duration.compareTo(bounds.least()) >= 0 && duration.compareTo(bounds.most()) <= 0) {
        return duration;
      }
    }
    throw new Refusal(
        "--%s is from %s to %s as 500ms, 10s or 2m, not %s"
            .formatted(name, Times.text(bounds.least()), Times.text(bounds.most()), text));
  }
}
