/** Events turned into Connect records. */
@NullMarked
package io.tickstream.connect.market.record;

import org.jspecify.annotations.NullMarked;
