package io.tickstream.connect.stack.rest;

/** One error that Connect's validation hangs on an option. */
public record ConfigProblem(String option, String message) {}
