/** Companies, their workspaces, and the keys that open them. */
@NullMarked
package dev.holdfast.domain.workspace;

import org.jspecify.annotations.NullMarked;
