/** Every setting of the connector: keys, defaults, parsing, and what may not stand together. */
@NullMarked
package io.tickstream.connect.cassandra.settings;

import org.jspecify.annotations.NullMarked;
