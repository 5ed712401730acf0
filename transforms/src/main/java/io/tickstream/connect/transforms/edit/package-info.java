/** Writes what a transform computed into a copy of a Struct or Map. */
@NullMarked
package io.tickstream.connect.transforms.edit;

import org.jspecify.annotations.NullMarked;
