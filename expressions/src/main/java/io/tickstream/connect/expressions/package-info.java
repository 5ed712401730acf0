/** The rule language: parse, check, compile per schema. */
@NullMarked
package io.tickstream.connect.expressions;

import org.jspecify.annotations.NullMarked;
