package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Spot.Trait;
import dev.holdfast.http.seatsio.drawing.Drawing.Point;
import dev.holdfast.http.seatsio.drawing.Drawing.Terms;
import dev.holdfast.http.seatsio.drawing.Drawing.Thing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The simple members of one object of a drawing, whatever it is; what means nothing is skipped. */
final class Values {
  /** What a trait of a seat is called in a drawing. */
  static String nameOf(Trait trait) {
    return switch (trait) {
      case ACCESSIBLE -> "accessible";
      case COMPANION -> "companionSeat";
      case RESTRICTED_VIEW -> "restrictedView";
      case LIFT_UP_ARMRESTS -> "liftUpArmrests";
      case HEARING_IMPAIRED -> "hearingImpaired";
      case SEMI_AMBULATORY -> "semiAmbulatorySeat";
      case SIGN_LANGUAGE -> "signLanguageInterpretation";
      case PLUS_SIZE -> "plusSize";
    };
  }

  /** Section 10 names the first four; the others go by what they are called in section 18, too. */
  private static final Map<String, Trait> TRAITS = new HashMap<>();

  static {
    for (Trait trait : Trait.values()) {
      TRAITS.put(nameOf(trait), trait);
    }
    TRAITS.put("hasLiftUpArmrests", Trait.LIFT_UP_ARMRESTS);
    TRAITS.put("isHearingImpaired", Trait.HEARING_IMPAIRED);
    TRAITS.put("hasSignLanguageInterpretation", Trait.SIGN_LANGUAGE);
    TRAITS.put("isPlusSize", Trait.PLUS_SIZE);
  }

  private static final Point ORIGIN = new Point(0, 0);

  private final Members members;
  private final List<String> categories = new ArrayList<>();
  private final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
  private final Outline outline = new Outline();
  private @Nullable String label;
  private @Nullable String displayed;
  private @Nullable String objectLabel;
  private @Nullable String category;
  private @Nullable String entrance;
  private @Nullable String zone;
  private int capacity;
  private int fewest = 1;
  private boolean whole;
  private boolean variable;

  Values(Members members) {
    this.members = members;
  }

  /** Reads a member's value, all of it. */
  void read(String name) throws IOException {
    switch (name) {
      case "label" -> label = members.label();
      case "displayLabel" -> displayed = members.label();
      case "objectLabel" -> objectLabel = members.label();
      case "categoryKey" -> category = members.word();
      case "categoryKeys" -> members.eachValue(this::furtherCategory);
      case "entrance" -> entrance = members.word();
      case "zone" -> zone = members.word();
      case "capacity" -> capacity = members.count(Layout.MAX_CAPACITY);
      case "minOccupancy" -> fewest = Math.max(1, members.count(Layout.MAX_CAPACITY));
      case "bookAsAWhole" -> whole = members.flag();
      case "variableOccupancy" -> variable = members.flag();
      default -> trait(name);
    }
  }

  private void furtherCategory() throws IOException {
    String key = members.word();
    if (key != null) {
      categories.add(key);
    }
  }

  private void trait(String name) throws IOException {
    Trait trait = TRAITS.get(name);
    if (trait == null) {
      outline.read(name, members);
    } else if (members.flag()) {
      traits.add(trait);
    }
  }

  Thing thing() {
    return new Thing(
        label,
        displayed,
        objectLabel,
        outline.middle().orElse(ORIGIN),
        category,
        entrance,
        traits.isEmpty() ? Set.of() : Set.copyOf(traits));
  }

  Terms terms() {
    return new Terms(whole, variable, fewest);
  }

  @Nullable String label() {
    return label;
  }

  @Nullable String displayed() {
    return displayed;
  }

  @Nullable String category() {
    return category;
  }

  @Nullable String entrance() {
    return entrance;
  }

  @Nullable String zone() {
    return zone;
  }

  int capacity() {
    return capacity;
  }

  List<String> categories() {
    return categories;
  }

  Outline outline() {
    return outline;
  }
}
