package dev.holdfast.app.bench.inner;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;

/**
 * Runs {@link Loops} under JMH. What JMH needs around them is made when it is asked for, so that
 * the build has neither its sources nor an annotation processor more.
 */
public final class InnerLoops {
  private static final List<String> USUAL =
      List.of("-f", "2", "-wi", "5", "-w", "1", "-i", "5", "-r", "1", "-foe", "true");

  private InnerLoops() {}

  /**
   * Runs them in JVMs of their own.
   *
   * @param arguments JMH's own; without any, each loop is measured in two JVMs for 5 s
   * @return its exit code
   */
  public static int run(Path directory, List<String> arguments) throws IOException {
    Path made = prepared(directory);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("org.openjdk.jmh.Main");
    command.addAll(arguments.isEmpty() ? USUAL : arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("CLASSPATH", made + File.pathSeparator + classPath());
    try {
      return builder.start().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes what JMH needs; where it is. */
  static Path prepared(Path directory) throws IOException {
    Path sources = Files.createDirectories(directory.resolve("sources"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    RFGeneratorSource source = new RFGeneratorSource();
    source.processClasses(Loops.class);
    FileSystemDestination destination =
        new FileSystemDestination(classes.toFile(), sources.toFile());
    BenchmarkGenerator generator = new BenchmarkGenerator();
    generator.generate(source, destination);
    generator.complete(source, destination);
    if (destination.hasErrors()) {
      throw new IllegalStateException(destination.getErrors().toString());
    }
    compile(sources, classes);
    return classes;
  }

  private static void compile(Path sources, Path classes) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int code = javac.run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("what JMH made does not compile");
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
