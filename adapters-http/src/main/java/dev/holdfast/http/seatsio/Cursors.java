package dev.holdfast.http.seatsio;

import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.Problems;
import dev.holdfast.http.route.Call;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Which page of a list is asked for (section 5): {@code limit}, and {@code start_after_id} or
 * {@code end_before_id}. What is above the largest limit is that limit; the page then says where
 * the next one starts.
 */
final class Cursors {
  private static final String LIMIT = "limit";
  private static final String AFTER = "start_after_id";
  private static final String BEFORE = "end_before_id";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Cursors() {}

  /**
   * The page that a call asks for.
   *
   * @throws dev.holdfast.http.json.InvalidRequest when it asks for none that could be
   */
  static Slice.Request of(Call call) {
    Problems problems = new Problems();
    Optional<Beside> after = beside(call, AFTER, Beside.After::new, problems);
    Optional<Beside> before = beside(call, BEFORE, Beside.Before::new, problems);
    if (call.query(AFTER).isPresent() && call.query(BEFORE).isPresent()) {
      problems.add(DotPath.ROOT.to(BEFORE), "cannot be combined with " + AFTER);
    }
    long limit = number(call, LIMIT, problems).orElse((long) Slice.MAX_LIMIT);
    if (limit == 0) {
      problems.add(DotPath.ROOT.to(LIMIT), "must be greater than 0");
    }
    problems.check();
    return new Slice.Request(
        (int) Math.min(limit, Slice.MAX_LIMIT),
        after.or(() -> before).orElseGet(Beside.Beginning::new));
  }

  private static Optional<Beside> beside(
      Call call, String name, LongFunction<Beside> kind, Problems problems) {
    return number(call, name, problems).map(kind::apply);
  }

  private static Optional<Long> number(Call call, String name, Problems problems) {
    Optional<String> text = call.query(name);
    if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
      problems.add(DotPath.ROOT.to(name), "must be a whole number");
      return Optional.empty();
    }
    return text.map(Long::valueOf);
  }
}
