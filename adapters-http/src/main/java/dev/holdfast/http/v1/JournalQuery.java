package dev.holdfast.http.v1;

import dev.holdfast.domain.feed.Histories;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.Problems;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Call;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Which part of the journal is asked for.
 *
 * @param after the first entry is the one after this sequence number
 * @param limit most entries
 */
record JournalQuery(long after, int limit) {
  private static final int DEFAULT_LIMIT = 100;

  /** No sequence number is longer. */
  private static final Pattern SEQ = Pattern.compile("[0-9]{1,18}");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,15})?");

  static JournalQuery of(Call call) {
    Problems problems = new Problems();
    long after = number(call.query("after").orElse("0"), "after", 0, Long.MAX_VALUE, problems);
    String limit = call.query("limit").orElse(Integer.toString(DEFAULT_LIMIT));
    long most = number(limit, "limit", 1, Histories.MAX_ENTRIES, problems);
    problems.check();
    return new JournalQuery(after, (int) most);
  }

  /**
   * Where a stream goes on: by the header that browsers send when they come again, else by {@code
   * after}. A header that is no number is none: it may come from another stream.
   */
  static OptionalLong afterInStream(Call call) {
    Optional<String> last =
        call.header("Last-Event-ID").filter(each -> SEQ.matcher(each).matches());
    if (last.isPresent()) {
      return OptionalLong.of(Long.parseLong(last.get()));
    }
    Optional<String> after = call.query("after");
    if (after.isEmpty()) {
      return OptionalLong.empty();
    }
    Problems problems = new Problems();
    long number = number(after.get(), "after", 0, Long.MAX_VALUE, problems);
    problems.check();
    return OptionalLong.of(number);
  }

  private static long number(String text, String name, long min, long max, Problems problems) {
    DotPath path = DotPath.ROOT.to(name);
    if (!NUMBER.matcher(text).matches()) {
      problems.add(path, Wording.expected("number", "nan"));
      return min;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.stripTrailingZeros().scale() > 0) {
      problems.add(path, Wording.NOT_AN_INTEGER);
    } else if (number.compareTo(BigDecimal.valueOf(min)) < 0) {
      problems.add(path, Wording.atLeast(min));
    } else if (number.compareTo(BigDecimal.valueOf(max)) > 0) {
      problems.add(path, Wording.atMost(max));
    } else {
      return number.longValueExact();
    }
    return min;
  }
}
