package dev.holdfast.http.seatsio.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stadium: 80,000 seats, as many members each as the drawings of seats.io have. */
final class LargeDrawingTest {
  private static final int SECTIONS = 80;
  private static final int ROWS = 25;
  private static final int SEATS = 40;

  private static String stadium() {
    StringBuilder text = new StringBuilder(30_000_000);
    text.append("{'name':'Stadium',").append(Sheets.CATEGORIES);
    text.append(",'subChart':{'focalPoint':{'x':5000,'y':5000},'sections':[");
    for (int section = 0; section < SECTIONS; section++) {
      text.append(section == 0 ? "" : ",").append("{'label':'Block ").append(section);
      text.append("','topLeft':{'x':").append(section * 100).append(",'y':17.25},");
      text.append("'subChart':{'rows':[");
      for (int row = 0; row < ROWS; row++) {
        text.append(row == 0 ? "" : ",").append("{'label':'").append(row).append("','seats':[");
        for (int seat = 0; seat < SEATS; seat++) {
          text.append(seat == 0 ? "" : ",").append("{'label':'").append(seat + 1);
          text.append("','x':").append(seat * 14.5).append(",'y':").append(row * 20.25);
          text.append(
              ",'categoryKey':9,'categoryLabel':'Stalls','uuid':'0f8fad5b-d9cb-469f-a165-7086',"
                  + "'abbreviatedLabel':'x','published':true,'entrance':null,'odd':{'a':[1,2]}}");
        }
        text.append("]}");
      }
      text.append("]}}");
    }
    return text.append("]}}").toString();
  }

  @Test
  void a_stadium_can_be_let_in_read_looked_at_and_renamed() {
    String stored = Sheets.stored(stadium());
    SeatsioNotation notation = new SeatsioNotation();
    assertEquals(80_000, notation.read(stored).places().size());
    String renamed = SeatsioDrawings.named(stored, "Arena").text();
    Venue venue = notation.venue(renamed);
    assertEquals(80_000, venue.spots().size());
    Spot last = venue.find("Block 79-24-40").orElseThrow();
    assertEquals("Block 79-24-39", last.standing().left());
    assertEquals(Optional.of(7900 + 39 * 14.5), Optional.of(last.standing().x()));
    assertEquals("Arena", SeatsioDrawings.facts(renamed).name());
  }
}
