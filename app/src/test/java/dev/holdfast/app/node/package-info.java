/** Node.js and packages of npm for tests, without npm itself. */
@NullMarked
package dev.holdfast.app.node;

import org.jspecify.annotations.NullMarked;
