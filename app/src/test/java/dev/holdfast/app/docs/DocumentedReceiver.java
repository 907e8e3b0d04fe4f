package dev.holdfast.app.docs;

import dev.holdfast.app.node.NodeJs;
import dev.holdfast.redis.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A receiver as {@code docs/webhooks.md} has it, in a process of its own. */
public final class DocumentedReceiver implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final List<String> command;
  private final int port = FreePorts.any();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private @Nullable Process process;

  private DocumentedReceiver(List<String> command) {
    this.command = command;
  }

  /** The one in Java. */
  public static DocumentedReceiver inJava(Path directory) throws IOException {
    Path source = Files.writeString(directory.resolve("Receiver.java"), code("java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new DocumentedReceiver(List.of(java, source.toString()));
  }

  /** The one in JavaScript. */
  public static DocumentedReceiver inJavaScript(Path directory)
      throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve("receiver.mjs"), code("js"));
    return new DocumentedReceiver(List.of(NodeJs.program(), source.toString()));
  }

  private static String code(String language) {
    Matcher found =
        Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
            .matcher(Documents.read("docs/webhooks.md"));
    if (!found.find()) {
      throw new IllegalStateException("the page has no receiver in " + language);
    }
    return found.group(1);
  }

  /** Where it listens once it is started. */
  public String url() {
    return "http://127.0.0.1:" + port + "/hooks";
  }

  /** Starts it; returns when it listens. */
  public void start(String secret) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WEBHOOK_SECRET", secret);
    builder.environment().put("PORT", Integer.toString(port));
    Process started = builder.start();
    process = started;
    var _ = Thread.ofVirtual().start(() -> read(started));
    awaitLine("listening");
  }

  private void read(Process from) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // The process is gone.
    }
  }

  /** Waits for a line that it prints with this in it. */
  public String awaitLine(String part) throws InterruptedException {
    StringBuilder printed = new StringBuilder();
    while (true) {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no line with " + part + " in: " + printed);
      }
      if (line.contains(part)) {
        return line;
      }
      printed.append(line).append('\n');
    }
  }

  /** Posts something that nobody has signed; the status of the answer. */
  public int postUnsigned(String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url()))
              .header("Seats-Signature", "t=1,v1=" + "0".repeat(64))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  @Override
  public void close() {
    Process started = process;
    if (started != null) {
      started.destroyForcibly();
    }
  }
}
