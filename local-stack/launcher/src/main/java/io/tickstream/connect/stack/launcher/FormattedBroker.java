package io.tickstream.connect.stack.launcher;

import java.io.PrintStream;

/**
 * Formats a broker's log directory if that has not been done, then runs the broker, in one JVM:
 * starting a second one for the formatting would double the time. Arguments: cluster id, properties
 * file.
 */
public final class FormattedBroker {
  private FormattedBroker() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    String[] format = {"format", "-t", args[0], "-c", args[1], "--ignore-formatted"};
    // Not StorageTool.main, which ends the JVM.
    Class.forName("kafka.tools.StorageTool")
        .getMethod("execute", String[].class, PrintStream.class)
        .invoke(null, format, System.out);
    Class.forName("kafka.Kafka")
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {args[1]});
  }
}
