/** What a contest found: as a table on the terminal, JSON, Markdown and a chart. */
@NullMarked
package io.tickstream.connect.benchmarks.report;

import org.jspecify.annotations.NullMarked;
