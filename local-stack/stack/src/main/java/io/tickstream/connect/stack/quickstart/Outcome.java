package io.tickstream.connect.stack.quickstart;

import java.util.List;

/**
 * How a session ended.
 *
 * @param reasons why it is no success; empty if it is one
 */
record Outcome(List<String> reasons, String closingLine) {}
