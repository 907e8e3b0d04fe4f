/** The gate on Redis or Valkey, one server or a cluster. */
@NullMarked
package dev.holdfast.redis;

import org.jspecify.annotations.NullMarked;
