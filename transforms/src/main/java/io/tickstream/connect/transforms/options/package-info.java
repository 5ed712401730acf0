/** Validators that say what an option allows. */
@NullMarked
package io.tickstream.connect.transforms.options;

import org.jspecify.annotations.NullMarked;
