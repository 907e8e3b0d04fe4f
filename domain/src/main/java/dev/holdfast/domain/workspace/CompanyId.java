package dev.holdfast.domain.workspace;

/** The store's own number of a company. */
public record CompanyId(long value) {}
