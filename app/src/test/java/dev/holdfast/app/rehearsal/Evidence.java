package dev.holdfast.app.rehearsal;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the service says of the event.
 *
 * @param before everything that was not free before the first buyer came
 * @param changes of what happened since then, in order
 * @param after everything that was not free after the last of these changes
 * @param from number of the last change before
 * @param to number of the last change
 * @param report how many places the report says are booked; none where the event did not stand
 *     still long enough to compare it
 * @param integrity what the service found wrong in its own books
 */
record Evidence(
    List<Entry> before,
    List<Entry> changes,
    List<Entry> after,
    long from,
    long to,
    OptionalLong report,
    List<String> integrity) {}
