package dev.holdfast.app;

import dev.holdfast.postgres.embedded.EmbeddedPostgresException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service from the environment and serves until it is told to stop. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  /** The environment or the machine has to be changed first. */
  private static final int CANNOT_START = 2;

  /** It ran and lost its database. */
  private static final int LOST_DATABASE = 3;

  private Main() {}

  /** Takes no arguments; everything is configured by the environment. */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      stop("there are no arguments: everything is configured by the environment");
    }
    try {
      serve();
    } catch (ConfigurationException | StartException | EmbeddedPostgresException e) {
      stop(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("could not start", e);
      System.exit(CANNOT_START);
    }
  }

  private static void serve() throws InterruptedException {
    Holdfast holdfast =
        Holdfast.start(
            Configuration.of(System.getenv()),
            () -> {
              LOG.error("the embedded PostgreSQL ended; stopping, so that a restart recovers");
              Runtime.getRuntime().exit(LOST_DATABASE);
            });
    Runtime.getRuntime().addShutdownHook(new Thread(holdfast::close, "shutdown"));
    holdfast.demo().ifPresent(demo -> System.out.println(demo.announcement()));
    System.out.println("Holdfast is selling on port " + holdfast.port() + "; stop with Ctrl-C.");
    new CountDownLatch(1).await();
  }

  private static void stop(String why) {
    System.err.println("holdfast: " + why);
    System.exit(CANNOT_START);
  }
}
