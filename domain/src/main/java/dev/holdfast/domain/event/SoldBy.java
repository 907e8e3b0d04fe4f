package dev.holdfast.domain.event;

/**
 * By what an event sells. Whatever was checked against one and is decided against another has to be
 * checked again.
 *
 * @param layout what its chart has published
 * @param rules version of its {@link SaleRules}, 0 when it never had any. Each change of them gives
 *     it a greater one, which no other state of them ever has
 */
public record SoldBy(LayoutVersion layout, long rules) {}
