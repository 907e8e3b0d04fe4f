package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Spot.Trait;
import dev.holdfast.domain.seat.SeatState;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class EventCsvTest {
  private static final String NAMES =
      "label,status,objectType,categoryKey,categoryLabel,forSale,isAvailable,availabilityReason,"
          + "section,entrance,zone,floor,channel,orderId,ticketType,holdToken,resaleListingId,"
          + "extraData,capacity,numBooked,numFree,numHeld,numNotForSale,numSeats,bookAsAWhole,"
          + "leftNeighbour,rightNeighbour,distanceToFocalPoint,isAccessible,isCompanionSeat,"
          + "hasRestrictedView,hasLiftUpArmrests,isHearingImpaired,isSemiAmbulatorySeat,"
          + "hasSignLanguageInterpretation,isPlusSize\r\n";

  private static String csv(Evening evening) throws IOException {
    StringWriter out = new StringWriter();
    evening.report().writeCsv(out);
    return out.toString();
  }

  @Test
  void an_event_of_nothing_is_a_line_of_names() throws IOException {
    assertEquals(NAMES, csv(new Evening(new Drawn())));
  }

  @Test
  void each_object_is_a_line_in_the_order_of_labels() throws IOException {
    Evening evening =
        new Evening(
                new Drawn()
                    .in("9")
                    .area("GA", 50)
                    .booth("C")
                    .section("S", "gate", "mid")
                    .floor("1", "One")
                    .distance(1.5)
                    .traits(Trait.HEARING_IMPAIRED)
                    .row("B", 2))
            .held("S-B-1", "tok")
            .takenPlaces("GA", "booked", 3)
            .heldPlaces("GA", "tok", 2)
            .placesNotForSale("GA", 4)
            .channel("web", "C");
    assertEquals(
        NAMES
            + "C,free,booth,9,Cat1,true,true,available,,,,,web,,,,,,,,,,,,,,,,,,,,,,,\r\n"
            + "GA,free,generalAdmission,9,Cat1,true,true,available,,,,,,,,,,,50,3,45,2,4,,false,"
            + ",,,,,,,,,,\r\n"
            + "S-B-1,reservedByToken,seat,9,Cat1,true,false,reservedByToken,S,gate,mid,1,,,,tok,,"
            + ",,,,,,,,,S-B-2,1.5,false,false,false,false,true,false,false,false\r\n"
            + "S-B-2,free,seat,9,Cat1,true,true,available,S,gate,mid,1,,,,,,"
            + ",,,,,,,,S-B-1,,1.5,false,false,false,false,true,false,false,false\r\n",
        csv(evening));
    assertEquals(
        "T,free,table,,,true,true,available,,,,,,,,,,,,,,,,6,true,,,,,,,,,,,\r\n",
        csv(new Evening(new Drawn().table("T", 6, true)).byTable()).substring(NAMES.length()));
  }

  @Test
  void what_would_be_read_as_structure_is_quoted() throws IOException {
    SeatState booked =
        new SeatState.Taken(
            "a,b", null, 0, Evening.NOW, "line\nbreak", Evening.tag("{\"a\":\"x\"}"));
    String line = csv(new Evening(new Drawn().row("\"A\"", 1)).seat("\"A\"-1", booked));
    assertEquals(
        "\"\"\"A\"\"-1\",\"a,b\",seat,,,true,false,\"a,b\",,,,,,\"line\nbreak\",,,,"
            + "\"{\"\"a\"\":\"\"x\"\"}\",,,,,,,,,,,false,false,false,false,false,false,false,false"
            + "\r\n",
        line.substring(NAMES.length()));
  }
}
