package dev.holdfast.domain.workspace;

/**
 * Everything belongs to a workspace; nothing crosses it.
 *
 * @param key what the outside calls it
 * @param test whether it is for trying things out
 */
public record Workspace(WorkspaceId id, String key, String name, boolean test) {}
