package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.TableBooking;
import dev.holdfast.domain.event.TableBooking.Mode;
import dev.holdfast.domain.event.TableBooking.Way;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sale rules as requests have them (sections 12 to 14). */
final class RuleRequests {
  private static final List<String> MODES = Arrays.stream(Mode.values()).map(Enum::name).toList();
  private static final List<String> WAYS = Arrays.stream(Way.values()).map(Enum::name).toList();

  private RuleRequests() {}

  /** The member {@code forSaleConfig}; may be absent. */
  static Optional<ForSale> forSaleConfig(BodyReader body) {
    return body.optionalObject("forSaleConfig")
        .map(config -> listed(config, config.require("forSale").flag("forSale")));
  }

  /** What a request lists. */
  static ForSale listed(BodyReader body, boolean forSale) {
    List<String> objects = RuleMembers.labels(body, "objects").orElse(List.of());
    Map<String, Integer> places = RuleMembers.areaPlaces(body).orElse(Map.of());
    List<String> categories = RuleMembers.labels(body, "categories").orElse(List.of());
    return body.sound() ? new ForSale(forSale, objects, places, categories) : ForSale.START;
  }

  /** What comes on sale, and what is taken off. */
  static ForSale.Edit edit(BodyReader body) {
    return new ForSale.Edit(items(body, "forSale"), items(body, "notForSale"));
  }

  private static List<ForSale.Item> items(BodyReader body, String name) {
    List<ForSale.Item> items = new ArrayList<>();
    body.eachObject(
        name,
        item -> {
          String object = item.text("object", 1, Layout.MAX_LABEL);
          Optional<Integer> quantity = item.optionalPositive("quantity", Layout.MAX_CAPACITY);
          if (item.sound()) {
            items.add(new ForSale.Item(object, quantity.orElse(null)));
          }
        });
    return items;
  }

  /** The member {@code channels}, each under a fresh id; may be absent. */
  static Optional<List<Channel>> channels(BodyReader body, IdSource ids) {
    JsonNode array = body.optionalArray("channels");
    if (array == null) {
      return Optional.empty();
    }
    if (array.size() > Channels.MAX_CHANNELS) {
      body.problem("channels", Wording.atMostElements(Channels.MAX_CHANNELS));
      return Optional.empty();
    }
    List<Channel> channels = new ArrayList<>();
    body.eachObject("channels", each -> channel(each, ids).ifPresent(channels::add));
    return Optional.of(channels);
  }

  private static Optional<Channel> channel(BodyReader body, IdSource ids) {
    String key = body.text("key", 1, Layout.MAX_LABEL);
    String name = body.text("name", 0, Layout.MAX_LABEL);
    String color = body.text("color", 0, Layout.MAX_LABEL);
    Optional<Integer> index = body.optionalInteger("index", Integer.MIN_VALUE, Integer.MAX_VALUE);
    List<String> objects = RuleMembers.labels(body, "objects").orElse(List.of());
    Map<String, Integer> places = RuleMembers.areaPlaces(body).orElse(Map.of());
    return body.sound()
        ? Optional.of(
            new Channel(
                "ch_" + ids.text(12), key, name, color, index.orElse(null), objects, places))
        : Optional.empty();
  }

  /** What of a channel becomes another. */
  static Channel.Change channelChange(BodyReader body) {
    return new Channel.Change(
        body.optionalText("name", 0, Layout.MAX_LABEL).orElse(null),
        body.optionalText("color", 0, Layout.MAX_LABEL).orElse(null),
        RuleMembers.labels(body, "objects").orElse(null),
        RuleMembers.areaPlaces(body).orElse(null));
  }

  /** The member {@code tableBookingConfig}; may be absent. */
  static Optional<TableBooking> tables(BodyReader body) {
    return body.optionalObject("tableBookingConfig").map(RuleRequests::tablesOf);
  }

  private static TableBooking tablesOf(BodyReader config) {
    Optional<Mode> mode = config.require("mode").optionalChoice("mode", MODES).map(Mode::valueOf);
    Optional<Map<String, Way>> tables =
        RuleMembers.byLabel(config, "tables", (value, path) -> way(config, path, value));
    if (!config.sound() || mode.isEmpty()) {
      return TableBooking.INHERIT;
    }
    return mode.get() == Mode.CUSTOM
        ? new TableBooking(Mode.CUSTOM, tables.orElse(Map.of()))
        : TableBooking.all(mode.get());
  }

  private static Optional<Way> way(BodyReader body, String path, JsonNode value) {
    if (value.isTextual() && WAYS.contains(value.textValue())) {
      return Optional.of(Way.valueOf(value.textValue()));
    }
    body.problem(path, "Expected BY_SEAT or BY_TABLE");
    return Optional.empty();
  }

  /** The member {@code categories}; may be absent. */
  static Optional<List<Category>> categories(BodyReader body) {
    JsonNode array = body.optionalArray("categories");
    if (array == null) {
      return Optional.empty();
    }
    if (array.size() > EventCategories.MAX_CATEGORIES) {
      body.problem("categories", Wording.atMostElements(EventCategories.MAX_CATEGORIES));
      return Optional.empty();
    }
    List<Category> categories = new ArrayList<>();
    body.eachObject("categories", each -> category(each).ifPresent(categories::add));
    return Optional.of(categories);
  }

  private static Optional<Category> category(BodyReader body) {
    JsonNode sent = body.require("key").node().get("key");
    Optional<CategoryKey> key =
        sent == null ? Optional.empty() : RuleMembers.categoryKey(body, "key", sent);
    String label = body.text("label", 0, Layout.MAX_LABEL);
    Optional<String> color = body.optionalText("color", 0, Layout.MAX_LABEL);
    boolean accessible = body.flag("accessible");
    return body.sound()
        ? key.map(
            each -> new Category(each.text(), label, color.orElse(null), accessible, each.number()))
        : Optional.empty();
  }

  /** The member {@code objectCategories}; may be absent. */
  static Optional<Map<String, CategoryKey>> objectCategories(BodyReader body) {
    return RuleMembers.byLabel(
        body, "objectCategories", (value, path) -> RuleMembers.categoryKey(body, path, value));
  }
}
