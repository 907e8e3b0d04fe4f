package dev.holdfast.domain.workspace;

/**
 * Everything belongs to a workspace; nothing crosses it.
 *
 * @param company whose it is
 * @param key what the outside calls it
 * @param test whether it is for trying things out
 * @param active whether its keys open it
 * @param isDefault whether it is the one in which its company's own key works unless it names
 *     another; exactly one of a company's is, and it is active
 */
public record Workspace(
    WorkspaceId id,
    CompanyId company,
    String key,
    String name,
    boolean test,
    boolean active,
    boolean isDefault) {}
