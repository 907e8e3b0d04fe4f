package dev.holdfast.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChoiceTest {
  private static final int ROWS = 16;
  private static final int SEATS = 10;

  private final SplittableRandom dice = new SplittableRandom(1);

  /** Rows R0 to R15 of ten seats, as the service writes them out. */
  private static Hall hall() {
    List<Object> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      rows.add(row("R" + row));
    }
    return Hall.of(Json.object("rows", rows));
  }

  private static Object row(String label) {
    return Json.object(
        "label",
        label,
        "seats",
        Json.labels(label, 1, SEATS).stream()
            .map(seat -> Json.object("objectLabel", seat))
            .toList());
  }

  private static Picture picture(Hall hall, List<String> taken) {
    List<?> objects =
        taken.stream().map(label -> Json.object("objectLabel", label, "status", "held")).toList();
    return read(hall, Json.object("seq", 1, "objects", objects).toString());
  }

  private static Picture read(Hall hall, String status) {
    try {
      return Picture.read(hall, status.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> all() {
    return IntStream.range(0, ROWS)
        .boxed()
        .flatMap(row -> Json.labels("R" + row, 1, SEATS).stream())
        .toList();
  }

  private static List<Integer> numbers(Hall hall, Wish wish) {
    return wish.labels().stream().map(hall::number).toList();
  }

  @Test
  void seats_are_free_and_side_by_side_in_one_row() {
    Hall hall = hall();
    List<String> taken = all().stream().filter(seat -> dice.nextInt(3) == 0).toList();
    Picture picture = picture(hall, taken);
    for (int n = 0; n < 200; n++) {
      Wish wish = new Choice(hall, picture, Set.of(), dice).of(2).orElseThrow();

      List<Integer> seats = numbers(hall, wish);
      assertEquals(seats.getFirst() + 1, seats.getLast().intValue(), wish::toString);
      assertEquals(seats.getFirst() / SEATS, seats.getLast() / SEATS, wish::toString);
      assertTrue(wish.labels().stream().noneMatch(taken::contains), wish::toString);
    }
  }

  @Test
  void the_front_is_wanted_most() {
    Hall hall = hall();
    Picture picture = picture(hall, List.of());
    int[] picked = new int[ROWS];
    for (int n = 0; n < 2_000; n++) {
      Wish wish = new Choice(hall, picture, Set.of(), dice).of(2).orElseThrow();
      picked[numbers(hall, wish).getFirst() / SEATS]++;
    }

    assertEquals(1_000, picked[0] + picked[1], 150, "half look in the first eighth");
    assertTrue(IntStream.of(picked).allMatch(times -> times > 0), "and nothing is left out");
  }

  @Test
  void where_nothing_is_side_by_side_single_seats_are_taken() {
    Hall hall = hall();
    List<String> odd = all().stream().filter(seat -> hall.number(seat) % 2 == 0).toList();

    Wish wish = new Choice(hall, picture(hall, odd), Set.of(), dice).of(4).orElseThrow();

    assertEquals(4, Set.copyOf(wish.labels()).size());
    assertTrue(wish.labels().stream().noneMatch(odd::contains), wish::toString);
  }

  @Test
  void what_somebody_else_was_faster_with_is_not_asked_for_again() {
    Hall hall = hall();
    Set<String> lost = Set.copyOf(all().subList(0, 150));
    for (int n = 0; n < 100; n++) {
      Wish wish = new Choice(hall, picture(hall, List.of()), lost, dice).of(3).orElseThrow();
      assertTrue(wish.labels().stream().noneMatch(lost::contains), wish::toString);
    }
  }

  @Test
  void the_last_seats_are_taken_and_then_there_is_nothing() {
    Hall hall = hall();
    List<String> taken = new ArrayList<>(all());
    taken.removeAll(List.of("R3-4", "R9-1"));

    Wish wish = new Choice(hall, picture(hall, taken), Set.of(), dice).of(4).orElseThrow();

    assertEquals(Set.of("R3-4", "R9-1"), Set.copyOf(wish.labels()));
    assertEquals(Optional.empty(), new Choice(hall, picture(hall, all()), Set.of(), dice).of(1));
  }

  @Test
  void places_are_taken_as_far_as_an_area_has_them() {
    Hall hall = Hall.of(Json.object("gaAreas", List.of(Layouts.standing())));
    Picture picture =
        read(
            hall,
            """
            {"seq": 4, "objects": [
              {"objectLabel": "floor", "status": "held", "extraData": {"a": [1]}, "quantity": 3},
              {"objectLabel": "floor", "status": "booked", "quantity": 5}]}\
            """);

    Wish wish = new Choice(hall, picture, Set.of(), dice).of(4).orElseThrow();

    assertEquals(Wish.places("floor", 2), wish);
    assertEquals(2, picture.left());
  }
}
