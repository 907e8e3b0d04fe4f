package dev.holdfast.domain.workspace;

/** What an API key is for. */
public enum KeyKind {
  /** For browsers: reads events, holds, and releases what its own token holds. */
  PUBLIC,
  /** For the integrator's server: everything in its workspace. */
  SECRET,
  /** For a company: its workspaces. */
  ADMIN
}
