package dev.holdfast.app.rehearsal;

import dev.holdfast.app.rehearsal.Hall.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What people pick from a picture: seats side by side, near the front and near the middle of their
 * row; where nothing is side by side any more, single ones. As many go for areas as these have
 * places among all.
 */
final class Choice {
  /** Half of all begin to look in the first eighth of the rows. */
  private static final int CROWDING = 3;

  private final Hall hall;
  private final Picture picture;
  private final Set<String> lost;
  private final RandomGenerator dice;

  /**
   * Picks.
   *
   * @param lost labels of what the buyer was told somebody else has
   */
  Choice(Hall hall, Picture picture, Set<String> lost, RandomGenerator dice) {
    this.hall = hall;
    this.picture = picture;
    this.lost = lost;
    this.dice = dice;
  }

  /** So many, or as many as there are; none when nothing is left. */
  Optional<Wish> of(int wanted) {
    double areas = (double) (hall.places() - hall.seats()) / Math.max(1, hall.places());
    boolean standing = dice.nextDouble() < areas;
    Optional<Wish> first = standing ? places(wanted) : seats(wanted);
    return first.or(() -> standing ? seats(wanted) : places(wanted));
  }

  private Optional<Wish> places(int wanted) {
    List<Map.Entry<String, Integer>> open =
        picture.room().entrySet().stream()
            .filter(area -> area.getValue() > 0 && !lost.contains(area.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<String, Integer> area = open.get(dice.nextInt(open.size()));
    return Optional.of(Wish.places(area.getKey(), Math.min(wanted, area.getValue())));
  }

  private Optional<Wish> seats(int wanted) {
    BitSet free = free();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    int rows = hall.rows().size();
    int front = (int) (rows * Math.pow(dice.nextDouble(), CROWDING));
    for (int n = 0; n < rows; n++) {
      int start = inRow(hall.rows().get((front + n) % rows), free, wanted);
      if (start >= 0) {
        return Optional.of(wish(free, start, wanted));
      }
    }
    int somewhere = free.nextSetBit(hall.rows().get(front).first());
    return Optional.of(wish(free, somewhere < 0 ? free.nextSetBit(0) : somewhere, wanted));
  }

  private BitSet free() {
    if (lost.isEmpty()) {
      return picture.free();
    }
    BitSet free = (BitSet) picture.free().clone();
    for (String label : lost) {
      int seat = hall.number(label);
      if (seat >= 0) {
        free.clear(seat);
      }
    }
    return free;
  }

  /** Where so many free seats begin, as near to a point about the row's middle as can be; or -1. */
  private int inRow(Row row, BitSet free, int wanted) {
    int seats = row.end() - row.first();
    double middle = (dice.nextDouble() + dice.nextDouble()) / 2;
    int ideal = row.first() + (int) (middle * Math.max(0, seats - wanted));
    int best = -1;
    int from = free.nextSetBit(row.first());
    while (from >= 0 && from < row.end()) {
      int end = Math.min(row.end(), free.nextClearBit(from));
      if (end - from >= wanted) {
        int nearest = Math.clamp(ideal, from, end - wanted);
        if (best < 0 || Math.abs(nearest - ideal) < Math.abs(best - ideal)) {
          best = nearest;
        }
      }
      from = free.nextSetBit(end);
    }
    return best;
  }

  /** The free ones from there on, and from the front again. */
  private Wish wish(BitSet free, int start, int wanted) {
    List<String> labels = new ArrayList<>();
    int most = Math.min(wanted, free.cardinality());
    int seat = start;
    while (labels.size() < most) {
      labels.add(hall.label(seat));
      seat = free.nextSetBit(seat + 1);
      if (seat < 0) {
        seat = free.nextSetBit(0);
      }
    }
    return Wish.seats(labels);
  }
}
