package dev.holdfast.domain.contract;

/**
 * The contract of {@link dev.holdfast.domain.port.CatalogPort}, for every store. A store's test
 * extends this class and supplies what {@link SeatLedgerBackend} asks for; the rules are numbered
 * and come from
 *
 * <ul>
 *   <li>{@link CatalogCompanyRules}, C1 to C12: companies, workspaces and keys;
 *   <li>{@link CatalogChartRules}, C13 to C25: charts, their drafts, and the list of them;
 *   <li>{@link CatalogPublishRules}, C26 to C37: publishing, taking back, plans;
 *   <li>{@link CatalogEventRules}, C38 to C47, C65 and C66: events and the list of them;
 *   <li>{@link CatalogWorkspaceRules}, C48 to C52: no workspace sees another's things;
 *   <li>{@link CatalogTextRules}, C53 to C56: text of every kind;
 *   <li>{@link CatalogRaceRules}, C57 to C61: many at once;
 *   <li>{@link CatalogFailureRules}, C62 to C64: a store that is gone;
 *   <li>{@link CatalogTagRules}, C67 to C73: tags of charts;
 *   <li>{@link CatalogCopyRules}, C74 to C80: copies of charts;
 *   <li>{@link CatalogLayoutRules}, C81 to C88: categories, tables, and layouts without an event;
 *   <li>{@link CatalogOwnWorkspaceRules}, C101 to C116: workspaces as their company manages them;
 *   <li>{@link CatalogSaleRules}, C121 to C130: the rules that events sell by;
 *   <li>{@link CatalogManyEventsRules}, C131 to C134 and C139 to C142: events created together,
 *       listed by number, and moved to a copy of their chart;
 *   <li>{@link CatalogEventChangeRules}, C135 to C138 and C143 to C146: events changed;
 *   <li>{@link CatalogDrawingRules}, C150 to C159: charts that are published from the beginning;
 *   <li>{@link CatalogSliceRules}, C160 to C164: charts by the ones beside them, and their tags.
 * </ul>
 *
 * <p>A store keeps all of them; there is nothing to opt out of. Each test finds an empty store.
 */
public abstract class CatalogContract
    implements CatalogCompanyRules,
        CatalogChartRules,
        CatalogPublishRules,
        CatalogEventRules,
        CatalogWorkspaceRules,
        CatalogTextRules,
        CatalogRaceRules,
        CatalogFailureRules,
        CatalogTagRules,
        CatalogCopyRules,
        CatalogLayoutRules,
        CatalogOwnWorkspaceRules,
        CatalogSaleRules,
        CatalogManyEventsRules,
        CatalogEventChangeRules,
        CatalogDrawingRules,
        CatalogSliceRules {}
