/** JMH benchmarks of the hot paths, each beside the floor it is compared with. */
@NullMarked
package io.tickstream.connect.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
