/** Tests of the PostgreSQL adapter against real servers, and the fixtures for them. */
@NullMarked
package dev.holdfast.postgres;

import org.jspecify.annotations.NullMarked;
