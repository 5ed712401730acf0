/**
 * Stands in for Cassandra's package of the same name, ahead of it on the classpath, on JDK 24 and
 * later.
 */
@NullMarked
package org.apache.cassandra.security;

import org.jspecify.annotations.NullMarked;
