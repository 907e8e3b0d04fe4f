package dev.holdfast.http.seatsio.report;

import static dev.holdfast.http.seatsio.report.ObjectInfoJsonTest.FREE;
import static dev.holdfast.http.seatsio.report.ObjectInfoJsonTest.NO_SEASON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Spot.Size;
import org.junit.jupiter.api.Test;

/** Sections 16 and 18, member by member: areas. */
final class AreaInfoJsonTest {
  private static Evening oneArea() {
    return new Evening(new Drawn().in("9").area("GA1", 100));
  }

  private static String area(String status, String counters, String occupancy, String available) {
    return "{'label':'GA1','labels':{'own':{'label':'GA1','type':'generalAdmission'}},"
        + "'ids':{'own':'GA1'},'status':'"
        + status
        + "','categoryLabel':'Cat1','categoryKey':'9','objectType':'generalAdmission',"
        + "'forSale':true,"
        + counters
        + occupancy
        + available
        + NO_SEASON;
  }

  private static String counters(
      int capacity, int booked, int free, int held, int notForSale, String holds) {
    return "'capacity':%d,'numBooked':%d,'numFree':%d,'numHeld':%d,'numNotForSale':%d,'holds':%s,"
        .formatted(capacity, booked, free, held, notForSale, holds);
  }

  private static final String OCCUPANCY =
      "'bookAsAWhole':false,'variableOccupancy':false,'minOccupancy':1,";

  @Test
  void an_area_counts_all_that_are_taken_and_lists_its_holds() {
    Evening evening =
        oneArea()
            .takenPlaces("GA1", "booked", 2)
            .takenPlaces("GA1", "foo", 3)
            .heldPlaces("GA1", "tok", 1)
            .heldPlaces("GA1", "tik", "adult", 1)
            .heldPlaces("GA1", "tok", "child", 3)
            .heldPlaces("GA1", "tok", 1)
            .heldPlaces("GA1", "tok", "child", 1);
    String holds = "{'tok':{'NO_TICKET_TYPE':2,'child':4},'tik':{'adult':1}}";
    assertEquals(
        area("free", counters(100, 5, 88, 7, 0, holds), OCCUPANCY, FREE), evening.told("GA1"));
  }

  @Test
  void an_area_nobody_touched_has_no_holds() {
    assertEquals(
        area("free", counters(100, 0, 100, 0, 0, "{}"), OCCUPANCY, FREE), oneArea().told("GA1"));
  }

  @Test
  void a_full_area_has_the_status_of_its_taken_places() {
    assertEquals(
        area(
            "myCustomStatus",
            counters(100, 100, 0, 0, 0, "{}"),
            OCCUPANCY,
            "'isAvailable':false,'availabilityReason':'myCustomStatus'"),
        oneArea().takenPlaces("GA1", "myCustomStatus", 100).told("GA1"));
  }

  @Test
  void of_several_statuses_a_full_area_has_that_of_most_places_and_then_the_first_by_name() {
    assertEquals("c", status(oneArea().takenPlaces("GA1", "b", 49).takenPlaces("GA1", "c", 51)));
    assertEquals("b", status(oneArea().takenPlaces("GA1", "c", 50).takenPlaces("GA1", "b", 50)));
    assertEquals("free", status(oneArea().takenPlaces("GA1", "b", 99)));
    assertEquals(
        "booked", status(oneArea().heldPlaces("GA1", "t", 99).takenPlaces("GA1", "booked", 1)));
    assertEquals("reservedByToken", status(oneArea().heldPlaces("GA1", "t", 100)));
  }

  private static String status(Evening evening) {
    return evening.objects().find("GA1").orElseThrow().status();
  }

  @Test
  void an_area_is_available_while_more_places_are_free_than_are_kept_back() {
    String kept = "'isAvailable':false,'availabilityReason':'not_for_sale'";
    assertEquals(
        area("free", counters(100, 0, 100, 0, 5, "{}"), OCCUPANCY, FREE),
        oneArea().placesNotForSale("GA1", 5).told("GA1"));
    assertEquals(
        area("free", counters(100, 95, 5, 0, 5, "{}"), OCCUPANCY, kept),
        oneArea().placesNotForSale("GA1", 5).takenPlaces("GA1", "booked", 95).told("GA1"));
    assertTrue(
        oneArea().notForSale("GA1").told("GA1").contains("'forSale':false"), "the area as a whole");
    assertTrue(oneArea().notForSale("GA1").told("GA1").contains(kept));
    assertTrue(oneArea().notForSale("GA1").told("GA1").contains("'numNotForSale':100,"));
  }

  @Test
  void an_area_made_smaller_than_what_is_sold_of_it_is_as_large_as_that() {
    Evening evening = oneArea().takenPlaces("GA1", "booked", 103).placesNotForSale("GA1", 104);
    assertTrue(evening.told("GA1").contains(counters(103, 103, 0, 0, 100, "{}")));
  }

  @Test
  void an_area_of_variable_occupancy_tells_the_most_that_may_come() {
    Drawn drawn = new Drawn().in("9").area("GA1", new Size(8, 0, true, true, 3));
    assertEquals(
        area(
            "free",
            counters(8, 0, 8, 0, 0, "{}"),
            "'bookAsAWhole':true,'variableOccupancy':true,'minOccupancy':3,'maxOccupancy':8,",
            FREE),
        new Evening(drawn).told("GA1"));
  }
}
