package io.tickstream.connect.cassandra.settings;

/** Whether and under which domain MBeans are published. */
public record MetricsSettings(boolean jmx, String domain) {}
