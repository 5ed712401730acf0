/** The provider that is all configuration: any JSON API over HTTP. */
@NullMarked
package io.tickstream.connect.market.provider.http;

import org.jspecify.annotations.NullMarked;
