/** Kafka Connect's REST API, as tests, the quickstart and the deployment script need it. */
@NullMarked
package io.tickstream.connect.stack.rest;

import org.jspecify.annotations.NullMarked;
