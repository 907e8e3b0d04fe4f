package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.TableBooking;
import dev.holdfast.domain.event.TableBooking.Way;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sale rules in their table; each call within the caller's transaction. */
final class RulesTables {
  private RulesTables() {}

  static Map<EventId, SaleRules.Versioned> read(Connection connection, Set<EventId> events)
      throws SQLException {
    Map<EventId, SaleRules.Versioned> rules = new HashMap<>();
    try (PreparedStatement read = connection.prepareStatement(RulesSql.READ)) {
      new Bindings(read).numbers(events, EventId::value);
      Rows.list(read, row -> rules.put(new EventId(row.getLong(1)), versioned(row)));
    }
    return rules;
  }

  private static SaleRules.Versioned versioned(ResultSet row) throws SQLException {
    boolean none = row.getString(8) == null;
    return new SaleRules.Versioned(row.getLong(2), none ? SaleRules.NONE : rules(row));
  }

  private static SaleRules rules(ResultSet row) throws SQLException {
    return new SaleRules(forSale(row), channels(row), tables(row), categories(row));
  }

  private static Optional<ForSale> forSale(ResultSet row) throws SQLException {
    boolean forSale = row.getBoolean(3);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new ForSale(
                forSale,
                Rows.texts(row, 4),
                places(Rows.texts(row, 5), Rows.integers(row, 6)),
                Rows.texts(row, 7)));
  }

  private static Map<String, Integer> places(List<String> areas, List<Integer> numbers) {
    Map<String, Integer> places = LinkedHashMap.newLinkedHashMap(areas.size());
    for (int at = 0; at < areas.size(); at++) {
      places.put(areas.get(at), numbers.get(at));
    }
    return places;
  }

  private static TableBooking tables(ResultSet row) throws SQLException {
    List<String> labels = Rows.texts(row, 9);
    List<Boolean> whole = Rows.truths(row, 10);
    Map<String, Way> tables = LinkedHashMap.newLinkedHashMap(labels.size());
    for (int at = 0; at < labels.size(); at++) {
      tables.put(labels.get(at), whole.get(at) ? Way.BY_TABLE : Way.BY_SEAT);
    }
    return new TableBooking(TableBooking.Mode.valueOf(Rows.text(row, 8)), tables);
  }

  private static EventCategories categories(ResultSet row) throws SQLException {
    List<String> keys = Rows.texts(row, 11);
    List<String> labels = Rows.texts(row, 12);
    @Nullable String[] colors = Rows.textsOrNull(row, 13);
    List<Boolean> accessible = Rows.truths(row, 14);
    List<Boolean> numbered = Rows.truths(row, 15);
    List<Category> list = new ArrayList<>();
    for (int at = 0; at < keys.size(); at++) {
      list.add(
          new Category(
              keys.get(at), labels.get(at), colors[at], accessible.get(at), numbered.get(at)));
    }
    List<String> objects = Rows.texts(row, 16);
    List<String> sold = Rows.texts(row, 17);
    List<Boolean> soldNumbered = Rows.truths(row, 18);
    Map<String, CategoryKey> ofObjects = LinkedHashMap.newLinkedHashMap(objects.size());
    for (int at = 0; at < objects.size(); at++) {
      ofObjects.put(objects.get(at), new CategoryKey(sold.get(at), soldNumbered.get(at)));
    }
    return new EventCategories(list, ofObjects);
  }

  private static Channels channels(ResultSet row) throws SQLException {
    List<String> ids = Rows.texts(row, 19);
    List<String> keys = Rows.texts(row, 20);
    List<String> names = Rows.texts(row, 21);
    List<String> colors = Rows.texts(row, 22);
    @Nullable Long[] indexes = Rows.numbersOrNull(row, 23);
    List<Integer> objectCounts = Rows.integers(row, 24);
    List<String> objects = Rows.texts(row, 25);
    List<Integer> areaCounts = Rows.integers(row, 26);
    List<String> areas = Rows.texts(row, 27);
    List<Integer> numbers = Rows.integers(row, 28);
    List<Channel> all = new ArrayList<>();
    int object = 0;
    int area = 0;
    for (int at = 0; at < ids.size(); at++) {
      int nextObject = object + objectCounts.get(at);
      int nextArea = area + areaCounts.get(at);
      Long index = indexes[at];
      all.add(
          new Channel(
              ids.get(at),
              keys.get(at),
              names.get(at),
              colors.get(at),
              index == null ? null : Math.toIntExact(index),
              objects.subList(object, nextObject),
              places(areas.subList(area, nextArea), numbers.subList(area, nextArea))));
      object = nextObject;
      area = nextArea;
    }
    return new Channels(all);
  }

  /** Puts other rules in the place of what was there. */
  static void write(Connection connection, EventId event, SaleRules rules) throws SQLException {
    try (PreparedStatement clear = connection.prepareStatement(RulesSql.CLEAR)) {
      new Bindings(clear).number(event.value());
      clear.executeUpdate();
    }
    try (PreparedStatement write = connection.prepareStatement(RulesSql.WRITE)) {
      Bindings bindings = new Bindings(write).number(event.value());
      bind(bindings, rules.forSale());
      bind(bindings, rules.tables());
      bind(bindings, rules.categories());
      bind(bindings, rules.channels().all());
      write.executeUpdate();
    }
  }

  private static void bind(Bindings bindings, Optional<ForSale> rule) throws SQLException {
    ForSale forSale = rule.orElse(ForSale.START);
    bindings
        .text(rule.map(each -> Boolean.toString(each.forSale())).orElse(null))
        .texts(forSale.objects(), label -> label)
        .texts(forSale.areaPlaces().keySet(), label -> label)
        .integers(forSale.areaPlaces().values(), places -> places)
        .texts(forSale.categories(), label -> label);
  }

  private static void bind(Bindings bindings, TableBooking tables) throws SQLException {
    bindings
        .text(tables.mode().name())
        .texts(tables.tables().keySet(), label -> label)
        .truths(tables.tables().values(), way -> way == Way.BY_TABLE);
  }

  private static void bind(Bindings bindings, EventCategories categories) throws SQLException {
    bindings
        .texts(categories.list(), Category::key)
        .texts(categories.list(), Category::label)
        .texts(categories.list(), Category::color)
        .truths(categories.list(), Category::accessible)
        .truths(categories.list(), Category::numbered)
        .texts(categories.ofObjects().keySet(), label -> label)
        .texts(categories.ofObjects().values(), CategoryKey::text)
        .truths(categories.ofObjects().values(), CategoryKey::number);
  }

  private static void bind(Bindings bindings, List<Channel> channels) throws SQLException {
    bindings
        .texts(channels, Channel::id)
        .texts(channels, Channel::key)
        .texts(channels, Channel::name)
        .texts(channels, Channel::color)
        .numbersOrNone(channels, RulesTables::index)
        .integers(channels, each -> each.objects().size())
        .texts(channels.stream().flatMap(each -> each.objects().stream()).toList(), label -> label)
        .integers(channels, each -> each.areaPlaces().size())
        .texts(areas(channels).map(Map.Entry::getKey).toList(), label -> label)
        .integers(areas(channels).map(Map.Entry::getValue).toList(), places -> places);
  }

  private static @Nullable Long index(Channel channel) {
    Integer index = channel.index();
    return index == null ? null : Long.valueOf(index);
  }

  private static Stream<Map.Entry<String, Integer>> areas(List<Channel> channels) {
    return channels.stream().flatMap(each -> each.areaPlaces().entrySet().stream());
  }
}
