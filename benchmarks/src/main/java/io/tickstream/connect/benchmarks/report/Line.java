package io.tickstream.connect.benchmarks.report;

import io.tickstream.connect.benchmarks.measure.Spread;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report.
 *
 * @param figures by column, in the report's order; a column may be missing
 * @param failure why there are no figures, or why those there are do not count; null otherwise
 * @param otherShare the largest share of the machine that others took in a repetition
 */
public record Line(
    String label,
    Map<String, Spread> figures,
    int repetitions,
    double otherShare,
    @Nullable String failure) {}
