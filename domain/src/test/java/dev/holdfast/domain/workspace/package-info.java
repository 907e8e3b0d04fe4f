/** Tests of workspaces and keys. */
@NullMarked
package dev.holdfast.domain.workspace;

import org.jspecify.annotations.NullMarked;
