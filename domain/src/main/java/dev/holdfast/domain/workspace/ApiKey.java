package dev.holdfast.domain.workspace;

import java.time.Instant;

/**
 * An API key as it is listed: never its text.
 *
 * @param id the store's own number, for the journal and for revoking
 * @param lastFour the last four characters of its text, to tell keys apart
 */
public record ApiKey(
    long id,
    KeyKind kind,
    WorkspaceId workspace,
    boolean test,
    String lastFour,
    Instant createdAt) {}
