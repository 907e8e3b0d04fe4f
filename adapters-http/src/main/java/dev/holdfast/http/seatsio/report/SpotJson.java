package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Floor;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.Standing;
import dev.holdfast.domain.chart.Spot.Trait;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a chart alone tells of an object (sections 11, 18 and 23). Each method writes members of an
 * object that has begun; what does not apply is absent, never null.
 */
final class SpotJson {
  private SpotJson() {}

  /** What it is called: as buyers read it, and as its parts are called in the chart. */
  static void names(JsonGenerator json, PricedSpot priced) throws IOException {
    Spot spot = priced.spot();
    Naming naming = spot.naming();
    json.writeStringField("label", spot.label());
    json.writeObjectFieldStart("labels");
    name(json, "own", shown(naming.displayed(), naming.own()), priced.objectType());
    String parent = naming.parent();
    if (parent != null) {
      name(json, "parent", shown(naming.parentDisplayed(), parent), parentType(naming));
    }
    String section = naming.section();
    if (section != null) {
      json.writeStringField("section", shown(naming.sectionDisplayed(), section));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("ids");
    json.writeStringField("own", naming.own());
    text(json, "parent", parent);
    text(json, "section", section);
    json.writeEndObject();
  }

  private static void name(JsonGenerator json, String member, String label, String type)
      throws IOException {
    json.writeObjectFieldStart(member);
    json.writeStringField("label", label);
    json.writeStringField("type", type);
    json.writeEndObject();
  }

  private static String shown(@Nullable String displayed, String label) {
    return displayed == null ? label : displayed;
  }

  private static String parentType(Naming naming) {
    return naming.parentKind() == Spot.ParentKind.TABLE ? "table" : "row";
  }

  static void category(JsonGenerator json, PricedSpot priced) throws IOException {
    text(json, "categoryLabel", priced.categoryLabel());
    text(json, "categoryKey", priced.categoryKey());
  }

  /** Where in the house it is. */
  static void whereabouts(JsonGenerator json, Spot spot) throws IOException {
    Standing standing = spot.standing();
    text(json, "section", spot.naming().section());
    text(json, "entrance", standing.entrance());
    text(json, "zone", standing.zone());
    Floor floor = standing.floor();
    if (floor != null) {
      json.writeObjectFieldStart("floor");
      json.writeStringField("name", floor.name());
      text(json, "displayName", floor.displayName());
      json.writeEndObject();
    }
  }

  /** What a table is made of, as the chart has it, whatever an event sells. */
  static void table(JsonGenerator json, Spot spot) throws IOException {
    json.writeNumberField("numSeats", spot.size().seats());
    json.writeBooleanField("bookAsAWhole", spot.size().asAWhole());
  }

  /** What is particular about a seat. */
  static void traits(JsonGenerator json, Spot spot) throws IOException {
    trait(json, "isAccessible", spot, Trait.ACCESSIBLE);
    trait(json, "isCompanionSeat", spot, Trait.COMPANION);
    trait(json, "hasRestrictedView", spot, Trait.RESTRICTED_VIEW);
    trait(json, "hasLiftUpArmrests", spot, Trait.LIFT_UP_ARMRESTS);
    trait(json, "isHearingImpaired", spot, Trait.HEARING_IMPAIRED);
    trait(json, "isSemiAmbulatorySeat", spot, Trait.SEMI_AMBULATORY);
    trait(json, "hasSignLanguageInterpretation", spot, Trait.SIGN_LANGUAGE);
    trait(json, "isPlusSize", spot, Trait.PLUS_SIZE);
  }

  private static void trait(JsonGenerator json, String member, Spot spot, Trait trait)
      throws IOException {
    json.writeBooleanField(member, spot.traits().contains(trait));
  }

  /** Who sits beside it, and how far it is from what it looks at. */
  static void view(JsonGenerator json, Spot spot) throws IOException {
    Standing standing = spot.standing();
    text(json, "leftNeighbour", standing.left());
    text(json, "rightNeighbour", standing.right());
    Double distance = standing.distance();
    if (distance != null) {
      json.writeNumberField("distanceToFocalPoint", distance);
    }
  }

  /** A text where there is one. */
  static void text(JsonGenerator json, String member, @Nullable String text) throws IOException {
    if (text != null) {
      json.writeStringField(member, text);
    }
  }
}
