package dev.holdfast.http.seatsio;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.TableBooking;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.http.json.BodyReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Events as requests have them (section 12). */
final class EventRequests {
  private EventRequests() {}

  /**
   * What a request says of an event, as far as it says it.
   *
   * @param forSale only where an event is created
   * @param channels only where an event is created
   */
  record Wish(
      Optional<String> key,
      Optional<String> name,
      Optional<LocalDate> date,
      Optional<Boolean> past,
      Optional<TableBooking> tables,
      Optional<List<Category>> categories,
      Optional<Map<String, CategoryKey>> objectCategories,
      Optional<ForSale> forSale,
      Optional<List<Channel>> channels) {
    /** An event as it is wished for, or why its rules cannot be. */
    Outcome<NewEvent> created(Supplier<String> freshKey) {
      SaleRules rules = changed(SaleRules.NONE);
      SaleRules marked = forSale.map(rules::mark).orElse(rules);
      return Channels.NONE
          .add(channels.orElse(List.of()))
          .map(all ->
              new NewEvent(
                  key.orElseGet(freshKey), name.orElse(null), date.orElse(null), marked.with(all)));
    }

    /** What becomes of rules. */
    SaleRules changed(SaleRules rules) {
      SaleRules tabled = tables.map(rules::with).orElse(rules);
      EventCategories before = rules.categories();
      EventCategories listed = categories.map(before::withList).orElse(before);
      return tabled.with(objectCategories.map(listed::withObjects).orElse(listed));
    }

    /** What becomes of an event beside its rules. */
    EventChange change() {
      return new EventChange(
          key.orElse(null),
          name.orElse(null),
          date.orElse(null),
          past.orElse(null),
          Optional.empty());
    }
  }

  /** An event to be created. */
  static Wish created(BodyReader body, IdSource ids) {
    return read(body, RuleRequests.forSaleConfig(body), RuleRequests.channels(body, ids));
  }

  /** What is to become another; of seasons, too, of which there are none. */
  static Wish changed(BodyReader body) {
    body.flag("forSalePropagated");
    return read(body, Optional.empty(), Optional.empty());
  }

  private static Wish read(
      BodyReader body, Optional<ForSale> forSale, Optional<List<Channel>> channels) {
    return new Wish(
        key(body),
        body.optionalText("name", 0, BodyReader.MAX_LABEL),
        date(body),
        body.optionalFlag("isInThePast"),
        RuleRequests.tables(body),
        RuleRequests.categories(body),
        RuleRequests.objectCategories(body),
        forSale,
        channels);
  }

  private static Optional<String> key(BodyReader body) {
    Optional<String> key = body.optionalText("eventKey", 1, BodyReader.MAX_LABEL);
    if (key.isPresent() && !Event.KEY.matcher(key.get()).matches()) {
      body.problem("eventKey", "does not match pattern " + Event.KEY);
      return Optional.empty();
    }
    return key;
  }

  private static Optional<LocalDate> date(BodyReader body) {
    Optional<LocalDate> date =
        body.optionalText("date", 0, BodyReader.MAX_LABEL).flatMap(EventRequests::day);
    if (body.has("date") && date.isEmpty() && body.node().get("date").isTextual()) {
      body.problem("date", "is not a valid date. Expected yyyy-MM-dd");
    }
    return date;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      boolean inBounds = !day.isBefore(Event.FIRST_DATE) && !day.isAfter(Event.LAST_DATE);
      return inBounds ? Optional.of(day) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
