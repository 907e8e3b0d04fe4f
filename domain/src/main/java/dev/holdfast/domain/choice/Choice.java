package dev.holdfast.domain.choice;

import java.util.List;

/**
 * What was chosen.
 *
 * @param objects labels. Seats row by row, from left to right, the row first of which a seat was
 *     drawn first; tables and booths as they were drawn; or one area. At least one
 * @param adjacency whether they are side by side
 * @param quantity how many places of the area; 1 for what is taken as a whole
 */
public record Choice(List<String> objects, Adjacency adjacency, int quantity) {
  public Choice {
    objects = List.copyOf(objects);
  }
}
