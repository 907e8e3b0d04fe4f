package dev.holdfast.app.bench.rival;

import java.util.Map;

/** Answers what it was sent: what the HTTP stack and JSON cost by themselves. */
public final class Echo {
  private Echo() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Stack.serve(Map.of("hold", (_, body) -> new Stack.Reply(200, body)));
  }
}
