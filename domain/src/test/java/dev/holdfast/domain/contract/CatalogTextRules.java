package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.CatalogRules.aNewCompany;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** C53 to C56: text comes back as it went in, whatever it is. */
public interface CatalogTextRules extends CatalogRules {
  /** Texts that broke somebody's store, or would; each different from all others. */
  List<String> ODD_TEXTS =
      List.of(
          "A-1",
          "a-1",
          " A-1",
          "A-1 ",
          "A\t1\r\n2",
          "O'Hara \"quoted\" \\back\\slash\\",
          "%_%",
          "'; DROP TABLE seat; --",
          "{A,B}",
          "(1,\"x\")",
          "\\N",
          "NULL",
          "null",
          "$1 ? :name {fn}",
          "Reihe 7 Sitz \u00e4",
          "Reihe 7 Sitz a\u0308",
          "\u0130stanbul \u0131\u015f\u0131k",
          "\u7b2c3\u5217 12\u756a",
          "\u05e9\u05d5\u05e8\u05d4 4",
          "\u0635\u0641 \u0664",
          "\u0939\u093f\u0928\u094d\u0926\u0940",
          "\ud83c\udfad\ufe0f \ud83d\udc69\u200d\ud83e\uddbd",
          "\u200b",
          "\ufeff",
          "\u0001\u001f\u007f",
          "\uffff",
          "\ud83c\udfad".repeat(127),
          "x".repeat(255));

  @Test
  default void C53_names_of_every_kind_come_back() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    anEvent(workspace, "hall", "gala");
    for (String text : ODD_TEXTS) {
      catalog().updateChart(workspace, "hall", text, null);
      assertEquals(text, catalog().findChart(workspace, "hall").orElseThrow().name());
      catalog().renameEvent(workspace, "gala", text);
      assertEquals(text, catalog().findEvent(workspace, "gala").orElseThrow().name());
      assertEquals(text, catalog().createCompany(aNewCompany(text)).name());
      assertEquals(text, catalog().companies().getLast().name());
    }
    assertEquals("", catalog().renameEvent(workspace, "gala", "").orElseThrow().name());
    assertEquals("", catalog().findEvent(workspace, "gala").orElseThrow().name());
  }

  @Test
  default void C54_keys_of_every_kind_are_told_apart() {
    WorkspaceId workspace = aWorkspace();
    for (String text : ODD_TEXTS) {
      aPublishedChart(workspace, text);
      Event event =
          assertInstanceOf(
                  CreateEventAnswer.Created.class,
                  catalog().createEvent(workspace, text, text, text))
              .event();
      assertEquals(text, event.chartKey());
    }
    for (String text : ODD_TEXTS) {
      assertEquals(text, catalog().findChart(workspace, text).orElseThrow().key());
      assertEquals(text, catalog().findEvent(workspace, text).orElseThrow().name());
    }
    assertEquals(ODD_TEXTS.size(), catalog().events(workspace, new Page.Request(1, 1)).total());
  }

  @Test
  default void C55_layouts_of_every_kind_come_back_exactly() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    Event event = anEvent(workspace, "hall", "gala");
    String large = "{\"seats\":\"" + "\u7b2c3\u5217, ".repeat(100_000) + "\"}";
    String odd =
        " {\"b\":1e2,\"a\":1.50,\"b\":null, \"t\":\"" + String.join("", ODD_TEXTS) + "\"}\n";
    int version = 1;
    for (String text : List.of("", large, odd)) {
      version++;
      catalog().updateChart(workspace, "hall", null, new NewDraft("v1", text));
      assertEquals(text, catalog().draft(workspace, "hall").orElseThrow().text());
      catalog().publish(workspace, "hall", version, PLAN);
      assertEquals(text, catalog().publishedLayout(event.id()).orElseThrow().text());
    }
  }

  @Test
  default void C56_labels_and_categories_of_every_kind_come_back_in_a_plan() {
    WorkspaceId workspace = aWorkspace();
    long chart = aChart(workspace, "hall").id();
    Map<String, Bookable> objects = new LinkedHashMap<>();
    for (String text : ODD_TEXTS) {
      objects.put(text, new Bookable.NamedSeat(text, text));
      String area = "area " + text;
      objects.put(area, new Bookable.Places(area, 7, ODD_TEXTS));
    }
    catalog().publish(workspace, "hall", 1, new SeatingPlan(objects));
    SeatingPlan plan = catalog().plan(new LayoutVersion(chart, 1)).orElseThrow();
    assertEquals(new SeatingPlan(objects), plan);
  }
}
