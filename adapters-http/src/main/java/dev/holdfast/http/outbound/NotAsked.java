package dev.holdfast.http.outbound;

/** No name server was asked, for want of threads on this side. */
final class NotAsked extends Exception {
  private static final long serialVersionUID = 1;
}
