package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.LayoutNotation;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The notations that layouts are stored in. Each knows itself alone; one is put into another by way
 * of what both describe.
 */
public final class Notations {
  private final Map<String, LayoutNotation> byName;

  /** These notations. */
  public Notations(List<LayoutNotation> notations) {
    byName =
        notations.stream().collect(Collectors.toMap(LayoutNotation::name, Function.identity()));
  }

  /** What can be sold of a stored layout. */
  public Layout layout(StoredLayout stored) {
    return of(stored.notation()).read(stored.text());
  }

  /** Where its objects stand. */
  public Venue venue(StoredLayout stored) {
    return of(stored.notation()).venue(stored.text());
  }

  /**
   * The same layout in a notation; as it was stored if that is the one.
   *
   * @param notation name of one of these
   */
  public StoredLayout in(String notation, StoredLayout stored) {
    if (stored.notation().equals(notation)) {
      return stored;
    }
    String text = of(notation).write(layout(stored), venue(stored));
    return new StoredLayout(stored.chartKey(), stored.version(), notation, text);
  }

  /** What a layout is sold by once it is published, or why it cannot be. */
  public Outcome<SeatingPlan> plan(StoredLayout stored) {
    Layout layout = layout(stored);
    List<LayoutProblem> problems = layout.problems();
    if (of(stored.notation()).publishesDespiteProblems()) {
      problems =
          problems.stream().filter(each -> each instanceof LayoutProblem.TooManyObjects).toList();
    }
    return problems.isEmpty()
        ? Outcome.accepted(layout.planDespiteProblems())
        : Outcome.refused(new Refusal.UnpublishableLayout(problems));
  }

  private LayoutNotation of(String name) {
    return Objects.requireNonNull(byName.get(name), () -> "no such notation: " + name);
  }
}
