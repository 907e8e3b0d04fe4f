/** Workspaces and their keys, for the operator. */
@NullMarked
package dev.holdfast.http.admin;

import org.jspecify.annotations.NullMarked;
