package dev.holdfast.domain.event;

/**
 * What the ledger knows of an event whose row it has locked.
 *
 * @param seq the journal's last sequence number, 0 while nothing ever happened
 * @param layout the layout the event's chart had published when the row was locked
 * @param rules version of the event's sale rules when the row was locked, see {@link SoldBy}
 */
public record EventHead(EventId event, long seq, LayoutVersion layout, long rules) {
  /** Of an event that never had sale rules. */
  public EventHead(EventId event, long seq, LayoutVersion layout) {
    this(event, seq, layout, 0);
  }

  /** By what it sells. */
  public SoldBy soldBy() {
    return new SoldBy(layout, rules);
  }
}
