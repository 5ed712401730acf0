package io.tickstream.connect.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of one server's JVM: the JDK that runs us, our launcher, and an argument file,
 * as classpaths are long.
 */
final class JavaCommand {
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  private static final List<String> PRODUCTION = List.of("-XX:+UseG1GC");

  private final List<String> options = new ArrayList<>();
  // The user's own come after ours and win.
  private final List<String> last;
  private final List<String> program = new ArrayList<>();
  private final List<String> classpath = new ArrayList<>();

  JavaCommand(StackSettings settings, ServerKind kind, Installation installation) {
    String heap = settings.heap(kind);
    options.add("-Xmx" + heap);
    options.addAll(settings.productionFlags() ? PRODUCTION : QUICK_START);
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-Djava.awt.headless=true");
    last = settings.jvmOptions(kind);
    classpath.add(installation.launcher());
    program.add("io.tickstream.connect.stack.launcher.Launcher");
  }

  JavaCommand option(String option) {
    options.add(option);
    return this;
  }

  JavaCommand property(String name, Object value) {
    return option("-D" + name + "=" + value);
  }

  JavaCommand classpath(String entries) {
    classpath.add(entries);
    return this;
  }

  JavaCommand main(String mainClass, Object... arguments) {
    program.add(mainClass);
    for (Object argument : arguments) {
      program.add(argument.toString());
    }
    return this;
  }

  /** Writes the argument file into the server's folder. */
  List<String> write(Path folder) throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(last);
    all.add("-Dtickstream.jmx.file=" + folder.resolve(ServerDefinition.JMX_FILE));
    all.add("-cp");
    all.add(String.join(System.getProperty("path.separator"), classpath));
    all.addAll(program);
    Path file = folder.resolve("java.args");
    Files.write(file, all.stream().map(JavaCommand::quoted).toList());
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file);
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
