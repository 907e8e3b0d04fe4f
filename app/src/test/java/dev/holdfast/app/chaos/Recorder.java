package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.Ending;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.StatusCall;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every call of a run, and what nobody should have been answered. */
final class Recorder {
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Queue<StatusCall> statusCalls = new ConcurrentLinkedQueue<>();
  private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();
  private final Queue<String> odd = new ConcurrentLinkedQueue<>();

  void add(Call call) {
    calls.add(call);
  }

  void add(StatusCall call) {
    statusCalls.add(call);
  }

  void add(Ending ending) {
    endings.add(ending);
  }

  int size() {
    return calls.size() + statusCalls.size();
  }

  /** An answer that no trouble excuses. */
  void odd(String answer) {
    odd.add(answer);
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  List<StatusCall> statusCalls() {
    return List.copyOf(statusCalls);
  }

  List<Ending> endings() {
    return List.copyOf(endings);
  }

  List<String> odd() {
    return List.copyOf(odd);
  }

  long count(Result result) {
    return calls.stream().filter(call -> call.result() == result).count();
  }

  long done(Deed deed) {
    return calls.stream()
        .filter(call -> call.deed() == deed && call.result() == Result.DONE)
        .count();
  }
}
