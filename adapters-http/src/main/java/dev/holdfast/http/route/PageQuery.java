package dev.holdfast.http.route;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.port.Page;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.Problems;
import dev.holdfast.http.json.Wording;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Lists by page: {@code page} and {@code limit} in, {@code items} and {@code total} out. */
public final class PageQuery {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private PageQuery() {}

  /** Which page is asked for. */
  public static Page.Request of(Call call) {
    return of(call, DEFAULT_LIMIT);
  }

  /**
   * Which page is asked for.
   *
   * @param usual items a page where the caller does not say
   */
  public static Page.Request of(Call call, int usual) {
    Problems problems = new Problems();
    int page = integer(call, "page", 1, Integer.MAX_VALUE, problems);
    int limit = integer(call, "limit", usual, MAX_LIMIT, problems);
    problems.check();
    return new Page.Request(page, limit);
  }

  private static int integer(Call call, String name, int otherwise, int max, Problems problems) {
    String text = call.query(name).orElse(Integer.toString(otherwise));
    DotPath path = DotPath.ROOT.to(name);
    if (!NUMBER.matcher(text).matches()) {
      problems.add(path, Wording.expected("number", "nan"));
      return otherwise;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.stripTrailingZeros().scale() > 0) {
      problems.add(path, Wording.NOT_AN_INTEGER);
    } else if (number.signum() <= 0) {
      problems.add(path, Wording.atLeast(1));
    } else if (number.compareTo(BigDecimal.valueOf(max)) > 0) {
      problems.add(path, Wording.atMost(max));
    } else {
      return number.intValueExact();
    }
    return otherwise;
  }

  /** Writes one item of a list. */
  @FunctionalInterface
  public interface ItemWriter<T> {
    /** Writes exactly one value. */
    void write(JsonGenerator json, T item) throws IOException;
  }

  /** The page as it is answered. */
  public static <T> Answer answer(Page<T> page, Page.Request asked, ItemWriter<T> writer) {
    return Answer.ok(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("items");
      for (T item : page.items()) {
        writer.write(json, item);
      }
      json.writeEndArray();
      json.writeNumberField("total", page.total());
      json.writeNumberField("page", asked.page());
      json.writeNumberField("limit", asked.limit());
      json.writeEndObject();
    });
  }
}
