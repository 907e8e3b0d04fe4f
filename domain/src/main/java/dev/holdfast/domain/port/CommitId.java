package dev.holdfast.domain.port;

import java.util.UUID;

/** Names one transaction of the ledger, so that its fate can be asked when the answer was lost. */
public record CommitId(UUID value) {}
