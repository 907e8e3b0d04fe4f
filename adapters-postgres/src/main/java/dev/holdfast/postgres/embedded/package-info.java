/**
 * A real PostgreSQL server that this process unpacks, starts, checks and stops by itself.
 *
 * <p>The server is meant to keep real data: every commit is on disk before it is acknowledged, and
 * the settings that promise so are read back after each start. It listens on the loopback address
 * only, asks for a password, and is stopped cleanly when this process ends, even by {@code kill
 * -9}, where the operating system can do that.
 *
 * <p>{@link dev.holdfast.postgres.embedded.EmbeddedPostgres} is the way in. A service supervisor
 * should signal only this process and not its children (systemd: {@code KillMode=mixed}), so that
 * the server outlives the requests that still need it.
 */
@NullMarked
package dev.holdfast.postgres.embedded;

import org.jspecify.annotations.NullMarked;
