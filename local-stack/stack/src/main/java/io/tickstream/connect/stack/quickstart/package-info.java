/** The quickstart: starts a stack, deploys connectors, and shows rows arriving. */
@NullMarked
package io.tickstream.connect.stack.quickstart;

import org.jspecify.annotations.NullMarked;
