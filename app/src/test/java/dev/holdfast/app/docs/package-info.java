/** The documents that state facts about the code, compared with it. */
@NullMarked
package dev.holdfast.app.docs;

import org.jspecify.annotations.NullMarked;
