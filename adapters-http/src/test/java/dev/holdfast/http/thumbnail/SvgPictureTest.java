package dev.holdfast.http.thumbnail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.http.thumbnail.Drawn.Area;
import dev.holdfast.http.thumbnail.Drawn.Dot;
import dev.holdfast.http.v1.layout.StoredSketch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures show what was drawn where it was drawn, whatever that is, and nothing else. */
final class SvgPictureTest {
  private static final String CATEGORIES =
      "'categories':[{'key':'g','color':'#FFD700'},{'key':'p'},{'key':'r','color':'Red'}]";

  private static void assertInside(Drawn drawn) {
    for (Dot dot : drawn.dots()) {
      assertTrue(dot.x() >= 0 && dot.x() <= drawn.width(), dot + " of " + drawn.width());
      assertTrue(dot.y() >= 0 && dot.y() <= drawn.height(), dot + " of " + drawn.height());
    }
    for (Area box : drawn.boxes()) {
      assertTrue(box.x() >= 0 && box.x() + box.width() <= drawn.width() + 1, box::toString);
      assertTrue(box.y() >= 0 && box.y() + box.height() <= drawn.height() + 1, box::toString);
    }
  }

  private static String seat(String label, String more) {
    return "{'label':'" + label + "'" + more + "}";
  }

  @Test
  void seats_stand_where_they_were_drawn_in_the_colour_of_their_category() {
    Drawn drawn =
        Drawn.of(
            "{"
                + CATEGORIES
                + ",'rows':[{'label':'A','categoryKey':'g','seats':["
                + seat("1", ",'x':100,'y':-40")
                + ","
                + seat("2", ",'x':200,'y':-40,'categoryKey':'r'")
                + "]}],'sections':[{'label':'S','rows':[{'label':'B','seats':["
                + seat("1", ",'x':100,'y':60.0")
                + "]}]}],'tables':[{'label':'T','categoryKey':'p','seats':["
                + seat("1", ",'x':200,'y':60,'objectLabel':'box'")
                + "]}]}");
    // 100 units and a margin of 100 to every side on a grid of 2,000.
    assertEquals(2_000, drawn.width());
    assertEquals(2_000, drawn.height());
    assertEquals(
        Set.of(
            new Dot("#ffd700", 667, 667),
            new Dot("red", 1_333, 667),
            new Dot(Colors.NEUTRAL, 667, 1_333),
            new Dot("#009e73", 1_333, 1_333)),
        Set.copyOf(drawn.dots()));
    assertEquals(4, drawn.dots().size());
    assertEquals(List.of(), drawn.boxes());
  }

  @Test
  void rows_that_were_written_as_numbers_lie_below_each_other() {
    Drawn drawn =
        Drawn.of(
            "{'rows':[{'label':'A','seats':3},{'label':'B','seats':3},{'label':'C','seats':2}]}");
    assertEquals(8, new HashSet<>(drawn.dots()).size());
    assertEquals(3, drawn.dots().stream().map(Dot::y).distinct().count());
    assertEquals(3, drawn.dots().stream().map(Dot::x).distinct().count());
    assertInside(drawn);
  }

  @Test
  void rows_without_positions_lie_below_what_was_drawn_and_long_ones_go_on_below() {
    String loose =
        IntStream.range(0, 201)
            .mapToObj(i -> seat("" + i, i == 7 ? ",'x':0" : i == 8 ? ",'x':0,'y':0" : ""))
            .collect(Collectors.joining(","));
    Drawn drawn =
        Drawn.of(
            "{'rows':[{'label':'A','seats':["
                + seat("1", ",'x':0,'y':500")
                + "]},{'label':'B','seats':["
                + loose
                + "]},{'label':'C','seats':[]}]}");
    assertEquals(202, new HashSet<>(drawn.dots()).size());
    assertEquals(3, drawn.dots().stream().map(Dot::y).distinct().count());
    assertTrue(
        drawn.dots().stream().skip(1).allMatch(dot -> dot.y() > drawn.dots().getFirst().y()));
    assertInside(drawn);
  }

  @Test
  void areas_and_shapes_lie_where_they_were_drawn_and_others_below() {
    Drawn drawn =
        Drawn.of(
            "{"
                + CATEGORIES
                + ",'shapes':[{'type':'rect','x':0,'y':0,'width':400,'height':20,'text':'Stage'},"
                + "{'type':'circle','x':0,'y':0,'width':4,'height':4},{'type':'rect'}],"
                + "'gaAreas':[{'key':'a','capacity':5,'categoryKeys':['r','g'],"
                + "'x':0,'y':100,'width':400,'height':200},"
                + "{'key':'b','capacity':5,'categoryKey':'g'},{'key':'c','capacity':5,'x':'left'},"
                + "{'key':'d','capacity':5,'x':0,'y':0,'width':-5,'height':1e9}]}");
    assertEquals(5, drawn.boxes().size());
    Area stage = drawn.boxes().getFirst();
    Area area = drawn.boxes().get(1);
    assertEquals("red", area.color());
    assertEquals(stage.x(), area.x());
    assertEquals(stage.width(), area.width());
    assertEquals(10.0, (double) area.height() / stage.height(), 0.1);
    for (Area other : drawn.boxes().subList(2, 5)) {
      assertTrue(other.y() > area.y() + area.height(), other::toString);
    }
    assertEquals(3, drawn.boxes().subList(2, 5).stream().map(Area::x).distinct().count());
    assertInside(drawn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "red\\\" onload=\\\"alert(1)",
        "</svg><script>alert(1)</script>",
        "url(https://x.example/#a)",
        "#12",
        "#ffd70g",
        "none",
        "javascript:alert(1)",
        "#fff\\n",
        "&amp;",
        "\\ud83c\\udfad"
      })
  void what_is_no_colour_is_drawn_in_one_of_ours(String color) {
    String stored =
        "{\"categories\":[{\"color\":\"COLOR\",\"key\":\"<script>\",\"label\":\"<script>\"}],"
            + "\"rows\":[{\"label\":\"<script>\",\"seats\":[{\"label\":\"<script>\","
            + "\"categoryKey\":\"<script>\"}]}],\"shapes\":[{\"type\":\"rect\",\"x\":0,\"y\":0,"
            + "\"width\":9,\"height\":9,\"text\":\"<script>\"}]}";
    Drawn drawn = Drawn.ofStored(stored.replace("COLOR", color));
    assertEquals("#0072b2", drawn.dots().getFirst().color());
    assertFalse(drawn.svg().contains("script"), drawn.svg());
  }

  @Test
  void the_largest_chart_is_a_picture_of_bounded_size() {
    int rows = Layout.MAX_OBJECTS / 500;
    String layout =
        IntStream.range(0, rows)
            .mapToObj(row -> "{'label':'R" + row + "','seats':500,'y':" + row * 25 + "}")
            .collect(Collectors.joining(",", "{'rows':[", "]}"));
    Drawn drawn = Drawn.of(layout);
    assertEquals(Layout.MAX_OBJECTS, drawn.dots().size());
    assertEquals(Layout.MAX_OBJECTS, new HashSet<>(drawn.dots()).size());
    assertTrue(drawn.svg().length() < 1_200_000, "characters: " + drawn.svg().length());
    assertInside(drawn);
  }

  @Test
  void many_categories_and_many_shapes_are_drawn_as_far_as_the_bounds_go() {
    String categories =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{'key':'c%d','color':'#%06x'}".formatted(i, i))
            .collect(Collectors.joining(","));
    String seats =
        IntStream.range(0, 1_000)
            .mapToObj(i -> seat("" + i, ",'categoryKey':'c" + i + "','x':" + i * 20 + ",'y':0"))
            .collect(Collectors.joining(","));
    String shape = "{'type':'rect','x':0,'y':0,'width':9,'height':9}";
    Drawn drawn =
        Drawn.of(
            "{'categories':[%s],'rows':[{'label':'A','seats':[%s]}],'shapes':[%s]}"
                .formatted(categories, seats, (shape + ",").repeat(1_000) + shape));
    assertEquals(1_000, drawn.dots().size());
    assertEquals(Colors.MAX_COLORS + 1, drawn.dots().stream().map(Dot::color).distinct().count());
    assertEquals(Sketch.MAX_SHAPES, drawn.boxes().size());
  }

  @Test
  void whatever_the_numbers_are_everything_is_inside_of_the_picture() {
    for (String far : List.of("1000000", "-1000000", "0.0001", "1e-300", "999999.999")) {
      Drawn drawn =
          Drawn.of(
              "{'rows':[{'label':'A','seats':["
                  + seat("1", ",'x':0,'y':0")
                  + ","
                  + seat("2", ",'x':" + far + ",'y':" + far)
                  + ","
                  + seat("3", ",'x':20,'y':0")
                  + "]},{'label':'B','seats':3}],'gaAreas':[{'key':'ga','capacity':1}]}");
      assertEquals(6, drawn.dots().size());
      assertEquals(1, drawn.boxes().size());
      assertTrue(drawn.width() <= 2_001 && drawn.height() <= 2_001, drawn.svg());
      assertTrue(drawn.width() > 0 && drawn.height() > 0, drawn.svg());
      assertInside(drawn);
    }
  }

  @Test
  void one_seat_alone_and_one_area_alone_have_a_picture() {
    assertInside(Drawn.of("{'rows':[{'label':'A','seats':1}]}"));
    Drawn area = Drawn.of("{'gaAreas':[{'key':'ga','capacity':1}]}");
    assertEquals(1, area.boxes().size());
    assertInside(area);
    Drawn grid =
        Drawn.of(
            IntStream.range(0, 10)
                .mapToObj(i -> "{'key':'ga" + i + "','capacity':1}")
                .collect(Collectors.joining(",", "{'gaAreas':[", "]}")));
    assertEquals(10, new HashSet<>(grid.boxes()).size());
    assertInside(grid);
  }

  @Test
  void a_picture_is_drawn_of_a_stored_text_whatever_else_stands_in_it() {
    Drawn drawn =
        Drawn.ofStored(
            "{\"rows\":[{\"seats\":[{\"x\":[1,{\"x\":2}],\"y\":{\"y\":[]},\"label\":\"1\"},3],"
                + "\"more\":{\"seats\":[{}]}},7],\"sections\":[[],{\"rows\":{},\"label\":{}}],"
                + "\"tables\":\"none\",\"gaAreas\":null,\"other\":[[[{\"rows\":[]}]]]}");
    assertEquals(2, drawn.dots().size());
    assertThrows(IllegalArgumentException.class, () -> StoredSketch.read("{\"rows\":[{"));
  }
}
