package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Trait;
import dev.holdfast.domain.seat.Tag;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Objects of an event as a table (section 22): a line of names, then a line an object, by RFC 4180.
 * The names are those of the objects' members; what does not apply is empty.
 */
final class ObjectInfoCsv {
  private static final List<String> NAMES =
      List.of(
          "label",
          "status",
          "objectType",
          "categoryKey",
          "categoryLabel",
          "forSale",
          "isAvailable",
          "availabilityReason",
          "section",
          "entrance",
          "zone",
          "floor",
          "channel",
          "orderId",
          "ticketType",
          "holdToken",
          "resaleListingId",
          "extraData",
          "capacity",
          "numBooked",
          "numFree",
          "numHeld",
          "numNotForSale",
          "numSeats",
          "bookAsAWhole",
          "leftNeighbour",
          "rightNeighbour",
          "distanceToFocalPoint",
          "isAccessible",
          "isCompanionSeat",
          "hasRestrictedView",
          "hasLiftUpArmrests",
          "isHearingImpaired",
          "isSemiAmbulatorySeat",
          "hasSignLanguageInterpretation",
          "isPlusSize");

  private final Writer out;
  private boolean begun;

  private ObjectInfoCsv(Writer out) {
    this.out = out;
  }

  /** Writes all of it. */
  static void write(Writer out, List<ObjectInfo> objects) throws IOException {
    ObjectInfoCsv csv = new ObjectInfoCsv(out);
    for (String name : NAMES) {
      csv.cell(name);
    }
    csv.end();
    for (ObjectInfo each : objects) {
      csv.line(each);
    }
  }

  private void line(ObjectInfo info) throws IOException {
    PricedSpot priced = info.priced();
    cell(info.label());
    cell(info.status());
    cell(priced.objectType());
    cell(priced.categoryKey());
    cell(priced.categoryLabel());
    cell(info.forSale());
    cell(info.isAvailable());
    cell(info.availabilityReason());
    whereabouts(info.spot());
    cell(info.channel());
    switch (info.stand()) {
      case Stand.Single single -> single(single);
      case Stand.Places places -> places(places);
    }
    made(info.spot());
    view(info.spot());
    end();
  }

  private void whereabouts(Spot spot) throws IOException {
    cell(spot.naming().section());
    cell(spot.standing().entrance());
    cell(spot.standing().zone());
    Spot.Floor floor = spot.standing().floor();
    cell(floor == null ? null : floor.name());
  }

  private void single(Stand.Single single) throws IOException {
    Tag tag = single.tag();
    cell(tag.order());
    cell(tag.ticketType());
    cell(single.token());
    cell(single.listing());
    cell(tag.extraData().members().isEmpty() ? null : tag.extraData().toJson());
    empty(5);
  }

  private void places(Stand.Places places) throws IOException {
    empty(5);
    cell(places.capacity());
    cell(places.numBooked());
    cell(places.numFree());
    cell(places.numHeld());
    cell(places.notForSale());
  }

  private void made(Spot spot) throws IOException {
    switch (spot.kind()) {
      case TABLE -> {
        cell(spot.size().seats());
        cell(spot.size().asAWhole());
      }
      case AREA -> {
        empty(1);
        cell(spot.size().asAWhole());
      }
      case SEAT, BOOTH -> empty(2);
    }
  }

  private void view(Spot spot) throws IOException {
    cell(spot.standing().left());
    cell(spot.standing().right());
    cell(spot.standing().distance());
    for (Trait trait : TRAITS) {
      cell(spot.kind() == Spot.Kind.SEAT ? spot.traits().contains(trait) : null);
    }
  }

  private static final List<Trait> TRAITS =
      List.of(
          Trait.ACCESSIBLE,
          Trait.COMPANION,
          Trait.RESTRICTED_VIEW,
          Trait.LIFT_UP_ARMRESTS,
          Trait.HEARING_IMPAIRED,
          Trait.SEMI_AMBULATORY,
          Trait.SIGN_LANGUAGE,
          Trait.PLUS_SIZE);

  private void empty(int cells) throws IOException {
    for (int i = 0; i < cells; i++) {
      cell(null);
    }
  }

  private void cell(@Nullable Object value) throws IOException {
    if (begun) {
      out.write(',');
    }
    begun = true;
    String text = Objects.toString(value, "");
    if (text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    } else {
      out.write(text);
    }
  }

  private void end() throws IOException {
    out.write("\r\n");
    begun = false;
  }
}
