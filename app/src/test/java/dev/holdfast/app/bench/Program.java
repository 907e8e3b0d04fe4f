package dev.holdfast.app.bench;

/**
 * One that is measured.
 *
 * @param port where it serves HTTP; 0: it does not
 * @param pid its process; 0: it is the load's own
 * @param postgres the process id of its PostgreSQL; 0: none
 * @param redis the process id of its Redis; 0: none
 */
record Program(String name, int port, long pid, long postgres, long redis) {}
