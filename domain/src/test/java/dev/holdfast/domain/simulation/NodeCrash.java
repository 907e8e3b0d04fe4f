package dev.holdfast.domain.simulation;

/** A node is gone: nothing that it was about to do happens. No code of the service may catch it. */
final class NodeCrash extends Error {
  private static final long serialVersionUID = 1L;

  NodeCrash() {
    super("the node is gone", null, false, false);
  }
}
