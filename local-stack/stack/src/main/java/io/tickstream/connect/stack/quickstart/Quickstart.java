package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.Installation;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.PortTakenException;
import io.tickstream.connect.stack.ServerFailedException;
import io.tickstream.connect.stack.StackBuilder;
import io.tickstream.connect.stack.deploy.DeploymentException;
import io.tickstream.connect.stack.scenario.AnswerServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program behind {@code ./quickstart}: starts a stack and runs a {@link Session} on it. Exit
 * codes: 0 all is well, 1 something is not, 2 the command line is wrong.
 */
public final class Quickstart {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;
  private final PrintStream err;
  private volatile boolean interrupted;

  private Quickstart(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(new Quickstart(System.out, System.err).run(List.of(args)));
  }

  private int run(List<String> args) {
    try {
      Options options = Options.parse(args);
      if (options.help()) {
        out.print(help());
        return 0;
      }
      Plan plan = Plan.of(options, Installation.find());
      return run(options, plan);
    } catch (UsageException e) {
      err.println(e.getMessage() + "; see ./quickstart --help");
      return MISUSED;
    } catch (PortTakenException e) {
      return failure(
          e.getMessage() + ": end what listens there, or choose free ports with --ports auto");
    } catch (ServerFailedException | DeploymentException e) {
      return failure(e.getMessage());
    }
  }

  private int run(Options options, Plan plan) {
    Screen screen = new Screen(out, Integer.getInteger("tickstream.terminal.width", 0));
    StackBuilder builder = LocalStack.builder().listener(new StartProgress(screen));
    plan.data()
        .ifPresent(data -> builder.workerEnvironment("TICKSTREAM_DATA_DIR", data.toString()));
    plan.answers().ifPresent(answers -> useAnswers(builder, answers));
    if (options.keep() != null) {
      builder.directory(options.keep());
    }
    if (!options.autoPorts()) {
      builder.fixedPorts();
    }
    LocalStack stack = builder.prepare();
    // On Ctrl-C too; without one, close() has been called already and does nothing.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopOnInterrupt(stack), "stop"));
    Outcome outcome;
    try (stack) {
      plan.requireEnvironment(stack.workerEnvironment().keySet());
      stack.startAll();
      outcome = new Session(stack, screen, options, plan).run();
    } catch (RuntimeException e) {
      if (interrupted) {
        return FAILED;
      }
      throw e;
    }
    outcome.reasons().forEach(screen::line);
    screen.line(outcome.closingLine());
    return outcome.reasons().isEmpty() ? 0 : FAILED;
  }

  /**
   * The API that a scenario polls is a folder of answers, unless the user has the address and the
   * key of a real one.
   */
  private static void useAnswers(StackBuilder builder, Path answers) {
    Map<String, String> ours = System.getenv();
    if (!ours.containsKey("STOCKDATA_BASE_URL")) {
      // It ends with this program.
      builder.workerEnvironment(
          "STOCKDATA_BASE_URL", AnswerServer.serve(answers).address() + "/v1");
      builder.workerEnvironment(
          "STOCKDATA_API_TOKEN", ours.getOrDefault("STOCKDATA_API_TOKEN", "none"));
    }
  }

  private void stopOnInterrupt(LocalStack stack) {
    interrupted = true;
    stack.close();
  }

  private int failure(@Nullable String message) {
    if (!interrupted) {
      err.println(message);
    }
    return FAILED;
  }

  private static String help() {
    try (InputStream in = Quickstart.class.getResourceAsStream("help.txt")) {
      if (in == null) {
        throw new IllegalStateException("help.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
