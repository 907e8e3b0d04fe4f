package dev.holdfast.domain.contract;

/**
 * The contract of {@link dev.holdfast.domain.port.CatalogPort}, for every store. A store's test
 * extends this class and supplies what {@link SeatLedgerBackend} asks for. The rules are numbered
 * C1, C2, ... and stand in the interfaces below; a store keeps all of them, there is nothing to opt
 * out of.
 */
public abstract class CatalogContract
    implements CatalogCompanyRules,
        CatalogChartRules,
        CatalogPublishRules,
        CatalogEventRules,
        CatalogWorkspaceRules,
        CatalogTextRules,
        CatalogRaceRules,
        CatalogFailureRules {}
