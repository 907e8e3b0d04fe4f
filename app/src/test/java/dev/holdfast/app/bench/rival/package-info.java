/** Programs that the service is compared with, each as plain as an honest one can be. */
@NullMarked
package dev.holdfast.app.bench.rival;

import org.jspecify.annotations.NullMarked;
