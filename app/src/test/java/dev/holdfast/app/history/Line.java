package dev.holdfast.app.history;

/**
 * A line of the event's journal, read when the run was over.
 *
 * @param seq its number, from 1
 * @param kind held, extended, booked, released or expired
 * @param previous what the object, or these places of it, had been
 * @param sight what became of it; its token is the one that had it, also where it became free
 * @param area whether it is about places
 */
public record Line(long seq, String kind, Standing previous, Sight sight, boolean area) {}
