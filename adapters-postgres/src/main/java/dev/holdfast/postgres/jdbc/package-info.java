/** JDBC with care: pools, session settings, bound values, and what an SQL failure means. */
@NullMarked
package dev.holdfast.postgres.jdbc;

import org.jspecify.annotations.NullMarked;
