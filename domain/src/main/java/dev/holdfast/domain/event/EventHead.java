package dev.holdfast.domain.event;

/**
 * What the ledger knows of an event whose row it has locked.
 *
 * @param seq the journal's last sequence number, 0 while nothing ever happened
 * @param layout the layout the event's chart had published when the row was locked
 */
public record EventHead(EventId event, long seq, LayoutVersion layout) {}
