package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TransactionWrapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The store itself, with the auditor beside it: nothing becomes true without being noticed. */
final class WatchedLedger extends LedgerWrapper {
  private final Auditor auditor;
  private final Promises promises;
  private final Clocks clocks;

  WatchedLedger(SeatLedgerPort ledger, Auditor auditor, Promises promises, Clocks clocks) {
    super(ledger);
    this.auditor = auditor;
    this.promises = promises;
    this.clocks = clocks;
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return new Watched(ledger.begin(commit));
  }

  private final class Watched extends TransactionWrapper {
    private LedgerWrites written = new LedgerWrites(List.of());
    private Instant lockedAt = Instant.MAX;
    private Instant readAt = Instant.MIN;
    private SeatingPlan layout = SeatingPlan.EMPTY;

    Watched(LedgerTransaction open) {
      super(open);
    }

    @Override
    public Map<EventId, EventHead> lock(LockWish wish) {
      Map<EventId, EventHead> heads = open.lock(wish);
      lockedAt = clocks.now();
      layout = auditor.layout();
      return heads;
    }

    @Override
    public LedgerReads read(ReadWish wish) {
      LedgerReads reads = open.read(wish);
      readAt = clocks.now();
      return reads;
    }

    @Override
    public void write(LedgerWrites writes) {
      Extras.refuse(writes);
      open.write(writes);
      written = writes;
    }

    @Override
    public void commit() {
      open.commit();
      auditor.committed(written, new Basis(lockedAt, readAt, layout));
      auditor.guard(() -> promises.committed(written));
    }
  }
}
