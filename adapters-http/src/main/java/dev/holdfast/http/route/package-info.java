/** What a route is made of: who may call it, what it is called with, what it answers. */
@NullMarked
package dev.holdfast.http.route;

import org.jspecify.annotations.NullMarked;
