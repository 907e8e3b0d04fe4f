package dev.holdfast.domain.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Lines of {@link ChangeLine} as they come. */
final class RandomChanges {
  private static final List<String> STATUSES = List.of("free", "held", "booked", "resale", "lost");
  private static final List<String> KINDS = List.of(":kid", ":adult", "", "");
  private final Random random;

  RandomChanges(Random random) {
    this.random = random;
  }

  /**
   * A change.
   *
   * @param token "-" for the house
   * @param wanted objects, comma-separated
   */
  String line(String token, String wanted) {
    List<String> objects = new ArrayList<>();
    for (String object : wanted.split(",", -1)) {
      objects.add(kind(object));
      if (object.contains("*") && random.nextInt(4) == 0) {
        objects.add(kind(object));
      }
    }
    Collections.shuffle(objects, random);
    String goal = goal(token);
    List<String> words = new ArrayList<>(List.of("change", goal, token, String.join(",", objects)));
    how(words, wanted);
    if (goal.equals("resale") && random.nextBoolean()) {
      words.add("listing=L" + random.nextInt(2));
    }
    return String.join(" ", words);
  }

  private String kind(String object) {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    int star = object.indexOf('*');
    if (star >= 0) {
      return object.substring(0, star) + kind + object.substring(star);
    }
    return object + (random.nextInt(3) == 0 ? "/gold" : "") + kind;
  }

  private String goal(String token) {
    return switch (random.nextInt(token.equals("-") ? 6 : 9)) {
      case 0, 1 -> "free";
      case 2, 3 -> "booked";
      case 4 -> "resale";
      case 5 -> random.nextBoolean() ? "lost" : "gone";
      default -> "hold";
    };
  }

  private void how(List<String> words, String wanted) {
    if (random.nextInt(3) == 0) {
      words.add("order=o" + random.nextInt(3));
    }
    if (random.nextInt(4) == 0) {
      words.add("extra=" + (random.nextBoolean() ? "red" : "blue"));
    }
    if (random.nextInt(3) == 0) {
      words.add("keep");
    }
    if (random.nextInt(6) == 0) {
      words.add("if=" + status() + "," + status() + "," + status());
    }
    if (random.nextInt(8) == 0) {
      words.add("unless=" + status());
    }
    if (random.nextInt(12) == 0) {
      words.add("unsold=" + object(wanted));
    }
    if (random.nextInt(12) == 0) {
      words.add("elsewhere=" + object(wanted));
    }
    if (random.nextInt(6) == 0) {
      words.add("withheld=pit*" + random.nextInt(4));
    }
    if (random.nextBoolean()) {
      words.add("for=" + (1 + random.nextInt(40)) + "s");
    }
  }

  private String status() {
    return STATUSES.get(random.nextInt(STATUSES.size()));
  }

  private String object(String wanted) {
    String[] objects = wanted.split(",", -1);
    return objects[random.nextInt(objects.length)].split("[/*]", 2)[0];
  }
}
