/**
 * The folders under config/scenarios: connectors, tables, and the records or answers that come from
 * outside of Connect.
 */
@NullMarked
package io.tickstream.connect.stack.scenario;

import org.jspecify.annotations.NullMarked;
