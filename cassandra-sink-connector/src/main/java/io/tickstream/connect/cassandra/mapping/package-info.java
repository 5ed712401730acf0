/** Which value of a record goes to which column: the mapping language, its parser, its readers. */
@NullMarked
package io.tickstream.connect.cassandra.mapping;

import org.jspecify.annotations.NullMarked;
