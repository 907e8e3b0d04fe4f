package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.WriterRig.hold;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LockOrderTest {
  private final WriterRig rig = new WriterRig();

  @Test
  void I10_reads_and_writes_name_events_in_ascending_order_whatever_order_they_were_queued_in() {
    rig.ledger.headsBackwards = true;
    rig.submit(hold(rig.sunday, "ada", "A-1"));
    rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.submit(hold(rig.saturday, "ada", "A-1"));
    rig.runAll();
    List<EventId> ascending = List.of(rig.friday.id(), rig.saturday.id(), rig.sunday.id());
    LedgerWrites writes = rig.ledger.commits.getFirst();
    assertEquals(ascending, writes.events().stream().map(LedgerWrites.OfEvent::event).toList());
    ReadWish reads = rig.ledger.reads.getFirst();
    assertEquals(ascending, reads.events().stream().map(ReadWish.OfEvent::event).toList());
  }
}
