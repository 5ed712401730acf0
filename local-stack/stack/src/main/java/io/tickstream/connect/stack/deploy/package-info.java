/**
 * Connector configurations in files, and what it takes to have them running on a Connect cluster.
 */
@NullMarked
package io.tickstream.connect.stack.deploy;

import org.jspecify.annotations.NullMarked;
