package dev.holdfast.http.thumbnail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.http.seatsio.drawing.DrawingSketch;
import dev.holdfast.http.thumbnail.Drawn.Area;
import dev.holdfast.http.thumbnail.Drawn.Dot;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pictures of drawings of the seats.io dialect. */
final class DrawingPictureTest {
  private static final String CATEGORIES =
      "'categories':{'list':[{'key':9,'color':'#FFD700'},{'key':'vip','color':'#ff0000'}]}";

  private static Drawn drawn(String members) {
    String drawing = "{" + CATEGORIES + "," + members + "}";
    return Drawn.of(DrawingSketch.read(drawing.replace('\'', '"')));
  }

  private static String row(String label, int x, int y, String more) {
    return "'rows':[{'label':'"
        + label
        + "','seats':[{'label':'1','x':"
        + x
        + ",'y':"
        + y
        + more
        + "}]}]";
  }

  @Test
  void what_is_drawn_stands_where_it_was_drawn_in_the_colour_of_its_category() {
    Drawn drawn =
        drawn(
            "'subChart':{"
                + row("A", 0, 0, ",'categoryKey':9")
                + ",'tables':[{'label':'T','bookAsAWhole':true,'center':{'x':100,'y':0},"
                + "'categoryKey':'vip','seats':[{'label':'1','x':90,'y':0}]},"
                + "{'label':'U','center':{'x':50,'y':50},'seats':[{'label':'1','x':0,'y':100,"
                + "'categoryKey':9}]}],'sections':[{'label':'S','categoryKey':'vip',"
                + "'topLeft':{'x':60,'y':60},'subChart':{"
                + row("A", 40, 40, "")
                + "}}]}");
    // 100 units and a margin of 20 to every side on a grid of 2,000.
    assertEquals(
        Set.of(
            new Dot("#ffd700", 286, 286),
            new Dot("#ff0000", 1714, 286),
            new Dot("#ffd700", 286, 1714),
            new Dot("#ff0000", 1714, 1714)),
        Set.copyOf(drawn.dots()));
  }

  @Test
  void an_area_is_as_large_as_its_outline() {
    Drawn drawn =
        drawn(
            "'subChart':{'generalAdmissionAreas':[{'label':'G','categoryKey':9,'capacity':5,"
                + "'center':{'x':50,'y':50},'radius1':50,'radius2':25}]}");
    Area area = drawn.boxes().getLast();
    assertEquals("#ffd700", area.color());
    assertEquals(2, Math.round((double) area.width() / area.height()), area::toString);
  }

  @Test
  void floors_are_drawn_below_each_other() {
    Drawn drawn =
        drawn(
            "'subChartFloors':[{"
                + row("A", 0, 100, "")
                + "},{"
                + row("B", 0, 100, "")
                + "},{},{"
                + row("C", 0, -500, "")
                + "}]");
    List<Integer> heights = drawn.dots().stream().map(Dot::y).sorted().distinct().toList();
    assertEquals(3, heights.size(), drawn.svg());
    assertEquals(heights.get(1) - heights.get(0), heights.get(2) - heights.get(1), 1);
  }

  @Test
  void a_text_that_is_no_drawing_has_no_picture() {
    for (String text : List.of("", "[]", "{")) {
      assertThrows(IllegalArgumentException.class, () -> DrawingSketch.read(text), text);
    }
  }
}
