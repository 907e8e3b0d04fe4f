package dev.holdfast.domain.workspace;

/** The store's own number of a workspace: the unit of isolation (invariant I12). */
public record WorkspaceId(long value) {}
