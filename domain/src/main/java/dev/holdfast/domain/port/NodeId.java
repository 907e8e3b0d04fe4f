package dev.holdfast.domain.port;

import java.util.UUID;

/** Names one run of one node: a node that is started again has another. */
public record NodeId(UUID value) {}
