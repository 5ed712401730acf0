package io.tickstream.connect.market.provider;

/** What an answer turned out to be: a {@link Page} of events, or a {@link Failure}. */
public sealed interface Reply permits Page, Failure {}
