/** The connector's options: their groups, their values, and which of them go together. */
@NullMarked
package io.tickstream.connect.market.config;

import org.jspecify.annotations.NullMarked;
