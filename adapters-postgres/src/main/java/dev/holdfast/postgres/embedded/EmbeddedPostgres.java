package dev.holdfast.postgres.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL server of our own, on one data directory.
 *
 * <p>The data directory holds {@code postgres/} (the database), {@code server/} (the unpacked
 * programs, about 60 MB; they are kept with the data so that a directory is complete in itself and
 * no place is shared with other users), {@code password}, {@code postgres.log} with at most one
 * older file of 4 MB each, and {@code holdfast.lock}, which keeps a second process out.
 *
 * <p>A start ends whatever an earlier process left running there, recovers if the last end was not
 * a clean one, and checks that commits are durable. It works as any user. As root it needs {@code
 * unshare -U} from util-linux, because PostgreSQL refuses to run as root: the server then runs in a
 * user namespace, where it is nobody. {@code setsid} and {@code setpriv} are used where they exist.
 *
 * <p>Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final DataDirectory data;
  private final Postmaster postmaster;
  private final String password;
  private final ServerStop stop;
  private final @Nullable Thread hook;
  private boolean closed;

  private EmbeddedPostgres(
      DataDirectory data,
      Postmaster postmaster,
      String password,
      ServerStop stop,
      boolean stopWithJvm) {
    this.data = data;
    this.postmaster = postmaster;
    this.password = password;
    this.stop = stop;
    this.hook = stopWithJvm ? new Thread(this::close, "holdfast-postgres-stop") : null;
  }

  /**
   * Starts the server and waits until it can be used. The first start on a directory unpacks the
   * server and creates the database, which takes seconds; a later one takes less than a second,
   * unless there is a crash to recover from.
   *
   * @param dataDirectory made if it is missing, readable by its owner only
   * @param settings what may be chosen
   * @throws EmbeddedPostgresException when the server cannot be started; nothing is left running
   */
  public static EmbeddedPostgres start(Path dataDirectory, EmbeddedSettings settings) {
    long began = System.nanoTime();
    ServerArchive archive = ServerArchive.forThisPlatform();
    DataDirectory data = DataDirectory.open(dataDirectory);
    EmbeddedPostgres started = startOrRelease(data, archive, settings);
    started.registerHook();
    LOG.info(
        "PostgreSQL runs on {}, process {}, data in {}, started in {} ms",
        started.jdbcUrl(),
        started.pid(),
        data.root(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    return started;
  }

  private static EmbeddedPostgres startOrRelease(
      DataDirectory data, ServerArchive archive, EmbeddedSettings settings) {
    boolean started = false;
    try {
      EmbeddedPostgres server = startIn(data, archive, settings);
      started = true;
      return server;
    } finally {
      if (!started) {
        data.close();
      }
    }
  }

  private static EmbeddedPostgres startIn(
      DataDirectory data, ServerArchive archive, EmbeddedSettings settings) {
    Path shared = settings.serverDirectory();
    ServerInstallation server =
        ServerInstallation.of(archive, shared == null ? data.server() : shared);
    Launcher launcher = Launcher.detect(server.postgres(), data.uid());
    Cluster cluster = new Cluster(data, server, launcher);
    cluster.requireUsable();
    ServerStop stop = clearTheWay(data, settings);
    boolean fresh = !cluster.exists();
    String password = fresh ? cluster.create() : cluster.password(settings.startTimeout());
    cluster.writeAccessRules();
    Postmaster postmaster = Postmaster.start(launcher, server, data, settings);
    boolean complete = false;
    try {
      new Provisioning(postmaster, data.password(), password).complete(fresh);
      complete = true;
    } finally {
      if (!complete) {
        stop.stop(postmaster.process());
      }
    }
    if (shared == null) {
      server.deleteOthers();
    }
    return new EmbeddedPostgres(data, postmaster, password, stop, settings.stopWithJvm());
  }

  /** Ends what an earlier process left running, and removes its traces. */
  private static ServerStop clearTheWay(DataDirectory data, EmbeddedSettings settings) {
    ClusterProcesses processes = new ClusterProcesses(data.cluster());
    ServerStop stop = new ServerStop(processes, settings.stopTimeout());
    stop.stopOrphans();
    PostmasterPid.removeStale(data.cluster(), processes);
    return stop;
  }

  /** Where to connect; the address is 127.0.0.1, the port another one after every start. */
  public String jdbcUrl() {
    return Provisioning.url(port(), Provisioning.DATABASE);
  }

  /** The role to connect as. It owns the database, may watch the server, and is no superuser. */
  public String user() {
    return Provisioning.USER;
  }

  /** The password of that role, made at random for this data directory; not to be logged. */
  public String password() {
    return password;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return postmaster.port();
  }

  /** The process id of the server. */
  public long pid() {
    return postmaster.process().pid();
  }

  /** Whether the server process is there. */
  public boolean isAlive() {
    return postmaster.process().isAlive();
  }

  /**
   * Completes with the exit code once the server has ended, also when that was asked for by {@link
   * #close}. A signal number N as the cause shows as 128 + N.
   */
  public CompletableFuture<Integer> onExit() {
    return postmaster.exit();
  }

  /**
   * Stops the server: open transactions are rolled back, and a checkpoint makes the next start a
   * quick one. Waits as long as the settings allow, and 20 seconds at most after that. A second
   * call, or one after the server has died, does no harm. An interrupt does not cut it short.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Process process = postmaster.process();
    stop.stop(process);
    if (!process.isAlive() && process.exitValue() != 0) {
      LOG.warn("PostgreSQL ended with exit code {}, see {}", process.exitValue(), data.log());
    }
    data.close();
    removeHook();
  }

  private void registerHook() {
    if (hook == null) {
      return;
    }
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      close();
      throw new EmbeddedPostgresException("PostgreSQL is not started any more: the JVM ends", e);
    }
  }

  private void removeHook() {
    if (hook == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook will find everything done.
    }
  }
}
