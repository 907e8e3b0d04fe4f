package dev.holdfast.app.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether one order of changes can have given all the answers of a run. Nothing is searched for:
 * every answer that names an object's state carries its version, so the order is known, and what is
 * left is to look for an illegal successor, and for an answer that contradicts real time. Takes
 * time in proportion to the number of answers, but for sorting each object's.
 */
public final class HistoryCheck {
  private final History history;
  private final Findings findings;
  private final Map<String, List<Seen>> seen;
  private final Map<String, List<Call>> asked = new HashMap<>();
  private final Map<String, Timeline> timelines = new HashMap<>();

  private HistoryCheck(History told, Findings findings) {
    this.findings = findings;
    history = told.with(Ascription.of(told, findings));
    seen = Seen.byObject(history);
    for (Call call : history.calls()) {
      call.objects().forEach(object -> askedFor(object).add(call));
    }
  }

  private List<Call> askedFor(String object) {
    return asked.computeIfAbsent(object, _ -> new ArrayList<>());
  }

  /** What is wrong with a history; nothing, if it can be true. */
  public static List<Violation> of(History history) {
    return of(List.of(history));
  }

  /** What is wrong with the histories of several events of one run. */
  public static List<Violation> of(List<History> histories) {
    Findings findings = new Findings();
    histories.forEach(each -> new HistoryCheck(each, findings).check());
    Nights.check(histories, findings);
    return findings.all();
  }

  private void check() {
    Set<String> objects = new HashSet<>(seen.keySet());
    objects.addAll(asked.keySet());
    objects.forEach(this::read);
    for (Line line : history.journal()) {
      if (!line.area()) {
        timelines
            .computeIfAbsent(line.sight().object(), object -> new Timeline(object, findings))
            .add(line.sight(), "journal " + line.seq());
      }
    }
    Claims claims = new Claims();
    timelines.forEach((object, timeline) ->
        new Successors(history, timeline, wishes(object), claims, findings).check());
    claims.check(findings);
    new EndCheck(history, findings).check(timelines, this::wishes);
    PlacesByAnswers.check(history, findings);
    if (!history.journal().isEmpty()) {
      new JournalCheck(history, findings).check();
      Endings.check(history, findings);
    }
  }

  private void read(String object) {
    List<Seen> told = seen.getOrDefault(object, List.of());
    RealTime.check(object, told, askedFor(object), findings);
    if (!history.isArea(object)) {
      timelines.put(object, Timeline.of(object, told, findings));
    }
  }

  private Wishes wishes(String object) {
    return new Wishes(askedFor(object), seen.getOrDefault(object, List.of()));
  }
}
