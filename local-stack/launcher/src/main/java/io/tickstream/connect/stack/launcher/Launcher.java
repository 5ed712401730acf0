package io.tickstream.connect.stack.launcher;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The main class of every server: starts the {@link ParentWatch}, then hands over to the main class
 * named by its first argument.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) throws Throwable {
    ParentWatch.start(System.in);
    Method main = Class.forName(args[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
