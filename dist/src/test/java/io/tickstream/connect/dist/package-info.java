/** Checks of the component archives as a user gets them, and of everything under {@code config}. */
@NullMarked
package io.tickstream.connect.dist;

import org.jspecify.annotations.NullMarked;
