package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Published layouts and their plans; each call within the caller's transaction. */
final class PlanTables {
  /**
   * A chart whose row is locked.
   *
   * @param nextVersion the number under which it is published next
   */
  record Locked(long chart, int draftVersion, int nextVersion) {}

  private PlanTables() {}

  static PublishAnswer publish(
      Connection connection, WorkspaceId workspace, String key, int draft, SeatingPlan plan)
      throws SQLException {
    Optional<Locked> locked = lock(connection, workspace, key);
    if (locked.isEmpty()) {
      return new PublishAnswer.NoSuchChart();
    }
    if (locked.get().draftVersion != draft) {
      return new PublishAnswer.DraftChanged();
    }
    return publish(connection, locked.get(), plan);
  }

  static Optional<Locked> lock(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(ChartSql.LOCK_TO_PUBLISH)) {
      new Bindings(lock).number(workspace.value()).text(key);
      return Rows.first(lock, row -> new Locked(row.getLong(1), row.getInt(2), row.getInt(3)));
    }
  }

  static PublishAnswer.Published publish(Connection connection, Locked chart, SeatingPlan plan)
      throws SQLException {
    clear(connection, chart.chart);
    addObjects(connection, chart, plan.every());
    List<Category> categories = plan.categories();
    try (PreparedStatement layout = connection.prepareStatement(ChartSql.ADD_LAYOUT)) {
      new Bindings(layout)
          .integer(chart.nextVersion)
          .texts(categories, Category::key)
          .texts(categories, Category::label)
          .texts(categories, Category::color)
          .truths(categories, Category::accessible)
          .truths(categories, Category::numbered)
          .number(chart.chart);
      layout.executeUpdate();
    }
    try (PreparedStatement publish = connection.prepareStatement(ChartSql.PUBLISH)) {
      new Bindings(publish).integer(chart.nextVersion).number(chart.chart);
      return new PublishAnswer.Published(Rows.first(publish, ChartTables::chart).orElseThrow());
    }
  }

  private static void addObjects(Connection connection, Locked chart, Collection<Bookable> objects)
      throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ChartSql.ADD_OBJECTS)) {
      new Bindings(add)
          .number(chart.chart)
          .integer(chart.nextVersion)
          .texts(objects, Bookable::label)
          .texts(objects, Bookable::usualCategory)
          .texts(objects, PlanTables::moreCategories)
          .integers(objects, PlanTables::capacity)
          .texts(objects, PlanTables::table)
          .truths(objects, Bookable::usual);
      add.executeUpdate();
    }
  }

  /** All but the first, as the literal of an array. */
  private static @Nullable String moreCategories(Bookable object) {
    if (!(object instanceof Bookable.Places places) || places.categories().size() < 2) {
      return null;
    }
    return places.categories().stream()
        .skip(1)
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static int capacity(Bookable object) {
    return switch (object) {
      case Bookable.NamedSeat _ -> 0;
      case Bookable.Places places -> places.capacity();
    };
  }

  private static @Nullable String table(Bookable object) {
    return switch (object) {
      case Bookable.NamedSeat seat -> seat.table();
      case Bookable.Places _ -> null;
    };
  }

  /** Removes the published text and plan. */
  static void clear(Connection connection, long chart) throws SQLException {
    for (String sql : List.of(ChartSql.CLEAR_OBJECTS, ChartSql.CLEAR_LAYOUT)) {
      try (PreparedStatement clear = connection.prepareStatement(sql)) {
        new Bindings(clear).number(chart);
        clear.executeUpdate();
      }
    }
  }

  static Optional<SeatingPlan> plan(Connection connection, LayoutVersion layout)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ChartSql.PLAN)) {
      new Bindings(statement).number(layout.chart()).integer(layout.version());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        Map<String, Bookable> objects = new LinkedHashMap<>();
        do {
          String label = rows.getString(1);
          if (label != null) {
            objects.put(label, bookable(label, rows));
          }
        } while (rows.next());
        // By now the version may be another: then it has no categories, and no plan either.
        return categories(connection, layout).map(known -> new SeatingPlan(objects, known));
      }
    }
  }

  private static Optional<List<Category>> categories(Connection connection, LayoutVersion layout)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ChartSql.CATEGORIES)) {
      new Bindings(statement).number(layout.chart()).integer(layout.version());
      return Rows.first(statement, PlanTables::categories);
    }
  }

  static Map<LayoutVersion, List<Category>> categories(
      Connection connection, Set<LayoutVersion> layouts) throws SQLException {
    Map<LayoutVersion, List<Category>> categories = new HashMap<>();
    try (PreparedStatement read = connection.prepareStatement(ChartSql.CATEGORIES_OF)) {
      new Bindings(read)
          .numbers(layouts, LayoutVersion::chart)
          .integers(layouts, LayoutVersion::version);
      Rows.list(
          read,
          row -> categories.put(new LayoutVersion(row.getLong(6), row.getInt(7)), categories(row)));
    }
    return categories;
  }

  private static List<Category> categories(ResultSet row) throws SQLException {
    List<String> keys = Rows.texts(row, 1);
    List<String> labels = Rows.texts(row, 2);
    @Nullable String[] colors = Rows.textsOrNull(row, 3);
    List<Boolean> accessible = Rows.truths(row, 4);
    List<Boolean> numbered = Rows.truths(row, 5);
    List<Category> categories = new ArrayList<>(keys.size());
    for (int at = 0; at < keys.size(); at++) {
      categories.add(
          new Category(
              keys.get(at), labels.get(at), colors[at], accessible.get(at), numbered.get(at)));
    }
    return categories;
  }

  private static Bookable bookable(String label, ResultSet row) throws SQLException {
    String category = row.getString(2);
    int capacity = row.getInt(4);
    if (row.wasNull()) {
      return new Bookable.NamedSeat(label, category, row.getString(5), row.getBoolean(6));
    }
    List<String> categories = new ArrayList<>();
    if (category != null) {
      categories.add(category);
      if (row.getArray(3) != null) {
        String[] more = (String[]) Objects.requireNonNull(row.getArray(3).getArray());
        categories.addAll(Arrays.asList(more));
      }
    }
    return new Bookable.Places(label, capacity, categories);
  }

  static Optional<StoredLayout> layout(Connection connection, LayoutVersion layout)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ChartSql.LAYOUT)) {
      new Bindings(statement).number(layout.chart()).integer(layout.version());
      return Rows.first(statement, ChartTables::layout);
    }
  }

  static Optional<LayoutVersion> publishedAnywhere(Connection connection, String key)
      throws SQLException {
    List<LayoutVersion> found;
    try (PreparedStatement statement = connection.prepareStatement(ChartSql.ANYWHERE)) {
      new Bindings(statement).text(key);
      found = Rows.list(statement, row -> new LayoutVersion(row.getLong(1), row.getInt(2)));
    }
    return found.size() == 1 && found.getFirst().version() > 0
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  static Optional<StoredLayout> publishedLayout(Connection connection, EventId event)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ChartSql.PUBLISHED_LAYOUT)) {
      new Bindings(statement).number(event.value());
      return Rows.first(statement, ChartTables::layout);
    }
  }
}
