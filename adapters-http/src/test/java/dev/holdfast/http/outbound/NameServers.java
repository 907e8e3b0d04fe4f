package dev.holdfast.http.outbound;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Name servers that are silent about names that begin so, until they are to answer. */
final class NameServers implements Lookup {
  static final List<InetAddress> SOMEWHERE = List.of(InetAddress.ofLiteral("127.0.0.1"));
  static final List<InetAddress> ELSEWHERE = List.of(InetAddress.ofLiteral("127.0.0.2"));

  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, List<InetAddress>> known = new HashMap<>();
  private final Set<String> silent = new HashSet<>();
  private boolean answers;

  @Override
  public synchronized List<InetAddress> addresses(String name) {
    asked.merge(name, 1, Integer::sum);
    List<InetAddress> answer = known.getOrDefault(name, SOMEWHERE);
    silent.add(name);
    notifyAll();
    while (name.startsWith("silent") && !answers) {
      try {
        // As the operating system: nothing breaks it off.
        wait();
      } catch (InterruptedException e) {
        notifyAll();
      }
    }
    silent.remove(name);
    return answer;
  }

  synchronized int asked(String name) {
    return asked.getOrDefault(name, 0);
  }

  /** How many are being asked for now. */
  synchronized int unanswered() {
    return silent.size();
  }

  synchronized void awaitUnanswered(int count) throws InterruptedException {
    while (silent.size() < count) {
      wait();
    }
  }

  synchronized void answerAll() {
    answers = true;
    notifyAll();
  }

  synchronized void leadElsewhere(String name) {
    known.put(name, ELSEWHERE);
  }

  synchronized void leadNowhere(String name) {
    known.put(name, List.of());
  }
}
