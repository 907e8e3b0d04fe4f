package dev.holdfast.http.seatsio.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Category;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CategoryEditTest {
  private static final Category NINE = new Category("9", "Stalls", "#111", false, true);
  private static final Category VIP = new Category("vip", "VIP", "#222", true, false);
  private static final List<Category> BOTH = List.of(NINE, VIP);

  @Test
  void one_more_comes_last() {
    Category more = new Category("10", "More", null, false, true);
    assertEquals(Optional.of(List.of(NINE, VIP, more)), CategoryEdit.add(BOTH, more));
  }

  @Test
  void a_key_that_is_taken_cannot_be_added_whatever_its_type() {
    assertEquals(Optional.empty(), CategoryEdit.add(BOTH, new Category("9", "Nine")));
    assertEquals(
        Optional.empty(), CategoryEdit.add(BOTH, new Category("vip", "x", null, false, false)));
  }

  @Test
  void what_an_update_leaves_out_stays() {
    assertEquals(
        Optional.of(List.of(new Category("9", "Balcony", "#111", false, true), VIP)),
        CategoryEdit.update(BOTH, "9", "Balcony", null, null));
    assertEquals(
        Optional.of(List.of(NINE, new Category("vip", "VIP", "#333", false, false))),
        CategoryEdit.update(BOTH, "vip", null, "#333", false));
    assertEquals(Optional.of(BOTH), CategoryEdit.update(BOTH, "9", null, null, null));
  }

  @Test
  void what_is_not_there_cannot_be_changed_or_removed() {
    assertEquals(Optional.empty(), CategoryEdit.update(BOTH, "10", "x", null, null));
    assertEquals(Optional.empty(), CategoryEdit.remove(BOTH, "10"));
  }

  @Test
  void one_is_removed() {
    assertEquals(Optional.of(List.of(VIP)), CategoryEdit.remove(BOTH, "9"));
    assertEquals(Optional.of(List.of(NINE)), CategoryEdit.remove(BOTH, "vip"));
  }

  @Test
  void others_keep_the_colour_that_they_leave_out() {
    assertEquals(
        List.of(
            new Category("vip", "New", "#222", false, false),
            new Category("new", "x"),
            new Category("9", "Nine", "#999", true, true)),
        CategoryEdit.replace(
            BOTH,
            List.of(
                new Category("vip", "New"),
                new Category("new", "x"),
                new Category("9", "Nine", "#999", true, true))));
  }
}
