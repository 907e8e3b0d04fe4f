/** Records of whole runs, as the callers saw them, and whether one truth can have told them all. */
@NullMarked
package dev.holdfast.app.history;

import org.jspecify.annotations.NullMarked;
