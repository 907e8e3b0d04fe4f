package dev.holdfast.app.chaos;

import dev.holdfast.app.system.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The nodes of a run, each a process. None outlives this JVM. */
final class Nodes implements AutoCloseable {
  private final List<ServiceProcess> nodes;

  private Nodes(List<ServiceProcess> nodes) {
    this.nodes = nodes;
  }

  /** Starts the first, which makes the tables, and then the others. */
  static Nodes start(Path data, PostgresHouse postgres, GateHouse gate) {
    IntFunction<ServiceProcess> start =
        node -> {
          Map<String, String> settings = new TreeMap<>(postgres.settings(node));
          settings.put("HOLDFAST_REDIS_URL", gate.url(node));
          return ServiceProcess.start(data, settings);
        };
    ServiceProcess first = start.apply(0);
    Stream<CompletableFuture<ServiceProcess>> others =
        IntStream.range(1, Schedule.NODES)
            .mapToObj(node -> CompletableFuture.supplyAsync(() -> start.apply(node)))
            .toList()
            .stream();
    return new Nodes(Stream.concat(Stream.of(first), others.map(CompletableFuture::join)).toList());
  }

  ServiceProcess node(int number) {
    return nodes.get(number);
  }

  /** What they said that is worth reading. */
  List<String> complaints() {
    return nodes.stream()
        .flatMap(node -> node.output().stream())
        .filter(line -> line.contains(" ERROR "))
        .toList();
  }

  @Override
  public void close() {
    nodes.forEach(ServiceProcess::kill);
  }
}
