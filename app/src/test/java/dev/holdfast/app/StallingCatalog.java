package dev.holdfast.app;

import dev.holdfast.domain.inmemory.InMemoryCatalog;
import dev.holdfast.domain.inmemory.InMemoryStore;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.TimeSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The catalog in memory, whose questions are counted and can be stopped before they answer. */
final class StallingCatalog {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  final InMemoryStore store = new InMemoryStore(TimeSource.system(), Duration.ofMillis(100));
  private final CatalogPort real = new InMemoryCatalog(store);
  private final CatalogPort stalling =
      (CatalogPort)
          Proxy.newProxyInstance(
              CatalogPort.class.getClassLoader(), new Class<?>[] {CatalogPort.class}, this::ask);

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
  private final Set<String> stalled = ConcurrentHashMap.newKeySet();

  /** What is to be asked by the one under test. */
  CatalogPort port() {
    return stalling;
  }

  /** The same without any stop, for another node's changes. */
  CatalogPort real() {
    return real;
  }

  private @Nullable Object ask(Object proxy, Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    asked.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    } finally {
      stop(name);
    }
  }

  /** The answer has been read by then, and is on its way. */
  private synchronized void stop(String name) throws InterruptedException {
    AtomicInteger count = inside.computeIfAbsent(name, _ -> new AtomicInteger());
    count.incrementAndGet();
    notifyAll();
    long end = System.nanoTime() + LONGEST.toNanos();
    while (stalled.contains(name) && System.nanoTime() < end) {
      wait(LONGEST.toMillis());
    }
    count.decrementAndGet();
    notifyAll();
  }

  /** Answers to this question stay away from now on. */
  synchronized void stall(String question) {
    stalled.add(question);
  }

  /** They come, those that were read long ago as well. */
  synchronized void release(String question) {
    stalled.remove(question);
    notifyAll();
  }

  /** Returns when so many answers to this question are stopped. */
  synchronized void awaitStopped(String question, int answers) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (stopped(question) != answers) {
      if (System.nanoTime() > end) {
        throw new AssertionError(stopped(question) + " answers are stopped, not " + answers);
      }
      wait(LONGEST.toMillis());
    }
  }

  synchronized int stopped(String question) {
    return inside.getOrDefault(question, new AtomicInteger()).get();
  }

  /** How often this was asked. */
  int asked(String question) {
    return asked.getOrDefault(question, new AtomicInteger()).get();
  }
}
