package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Reports of a stadium take little memory beside the list of its seats. */
final class LargeReportTest {
  private static final int ROWS = 800;
  private static final int SEATS = 100;

  /** What a report may take, in bytes: a fraction of what it comes down to in words. */
  private static final long BOUND = 16L * 1024 * 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static EventReport stadium() {
    Drawn drawn = new Drawn().in("9").distance(12.5);
    for (int row = 1; row <= ROWS; row++) {
      drawn.section("S" + row % 40, "gate", null).row("R" + row, SEATS);
    }
    Evening evening = new Evening(drawn);
    for (int row = 1; row <= ROWS; row++) {
      evening.taken("S" + row % 40 + "-R" + row + "-1", "booked", "order" + row);
    }
    return evening.report();
  }

  /** Counts what is written, and keeps none of it. */
  private static final class Counted extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int off, int len) {
      bytes += len;
    }
  }

  @Test
  void a_stadiums_reports_are_written_as_they_come() throws IOException {
    EventReport stadium = stadium();
    assertSmall(50_000_000, json -> stadium.writeDetail(json, Dimension.STATUS));
    assertSmall(50_000_000, json -> stadium.writeDetail(json, Dimension.LABEL));
    assertSmall(50_000_000, json -> stadium.writeGroup(json, Dimension.STATUS, "free"));
    assertSmall(50_000_000, stadium::writeFlat);
  }

  @Test
  void its_summary_is_made_of_kinds_and_not_of_seats() {
    EventReport stadium = stadium();
    String summary = Json.text(json -> stadium.writeSummary(json, Dimension.SECTION, true));
    assertEquals(40, Json.parseStored(summary).size());
    assertTrue(summary.startsWith("{\"S1\":{\"count\":2000,"), summary.substring(0, 100));
  }

  private static void assertSmall(long atLeast, JsonContent report) throws IOException {
    Counted out = new Counted();
    long thread = Thread.currentThread().threadId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    Json.write(report, out);
    long taken = THREADS.getThreadAllocatedBytes(thread) - before;
    assertTrue(out.bytes > atLeast, () -> "written " + out.bytes);
    assertTrue(taken < BOUND, () -> "taken " + taken);
  }
}
