package dev.holdfast.http.seatsio;

import dev.holdfast.http.route.Call;

/**
 * What a request named, for the errors that repeat it (section 3).
 *
 * @param workspace key of the workspace in which it was looked for
 * @param chart key of a chart; empty: none was named
 * @param event key of an event; empty: none was named
 */
record Names(String workspace, String chart, String event) {
  /** Nothing but the workspace that the call came to. */
  static Names of(Call call) {
    return new Names(call.opened().key(), "", "");
  }

  /** A chart. */
  static Names chart(Call call, String key) {
    return new Names(call.opened().key(), key, "");
  }

  /** An event. */
  static Names event(Call call, String key) {
    return new Names(call.opened().key(), "", key);
  }

  /** The same and a chart. */
  Names andChart(String key) {
    return new Names(workspace, key, event);
  }
}
