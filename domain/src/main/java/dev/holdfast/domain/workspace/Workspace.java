package dev.holdfast.domain.workspace;

/**
 * Everything belongs to a workspace; nothing crosses it.
 *
 * @param company whose it is
 * @param key what the outside calls it
 * @param test whether it is for trying things out
 */
public record Workspace(WorkspaceId id, CompanyId company, String key, String name, boolean test) {}
