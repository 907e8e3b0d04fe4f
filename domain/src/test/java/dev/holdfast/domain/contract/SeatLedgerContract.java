package dev.holdfast.domain.contract;

/**
 * The contract of {@link dev.holdfast.domain.port.SeatLedgerPort}, for every store. A store's test
 * extends this class and supplies what {@link SeatLedgerBackend} asks for; the rules are numbered
 * and come from
 *
 * <ul>
 *   <li>{@link SeatLedgerTransactionRules}, P1 to P12: begin, lock, commit, close;
 *   <li>{@link SeatLedgerWaitRules}, P13 to P17: who waits for whom;
 *   <li>{@link SeatLedgerReadRules}, P18 to P33: which rows a transaction gets to see;
 *   <li>{@link SeatLedgerWholeRules}, P140 to P145: every row of an event at once;
 *   <li>{@link SeatLedgerLimitRules}, P100 to P102: of what is many, which rows come;
 *   <li>{@link SeatLedgerWriteRules}, P34 to P44: what is written, and what is refused whole;
 *   <li>{@link SeatLedgerRecordRules}, P45 to P50: records and areas, large commits, whole
 *       journals;
 *   <li>{@link SeatLedgerRoundTripRules}, P51 to P57, P133 and P134: everything comes back as it
 *       was;
 *   <li>{@link SeatLedgerPictureRules}, P58 to P71, P103, P162 and P163: the picture, and the holds
 *       that are over;
 *   <li>{@link SeatLedgerJournalRules}, P72 to P79 and P104 to P109: the journal and the audit;
 *   <li>{@link SeatLedgerOccupancyRules}, P110 to P112: how much of events is not free;
 *   <li>{@link SeatLedgerBooksRules}, P113 to P117: the rows as they stand;
 *   <li>{@link SeatLedgerKeyRules}, P118 to P123: how much is held through an API key;
 *   <li>{@link SeatLedgerTwoStepRules}, P125 to P132: two steps in one;
 *   <li>{@link SeatLedgerChangesRules}, P150 to P161: changes of status as a list is read;
 *   <li>{@link SeatLedgerSaleRules}, P171 to P174: what an event sells by, while it is locked;
 *   <li>{@link SeatLedgerRaceRules}, P80 to P86: many at once;
 *   <li>{@link SeatLedgerFailureRules}, P87 to P99: unknown commits, and a store that is gone.
 * </ul>
 *
 * <p>A store keeps all of them; there is nothing to opt out of. Each test finds an empty store.
 */
public abstract class SeatLedgerContract
    implements SeatLedgerTransactionRules,
        SeatLedgerWaitRules,
        SeatLedgerReadRules,
        SeatLedgerWholeRules,
        SeatLedgerLimitRules,
        SeatLedgerWriteRules,
        SeatLedgerRecordRules,
        SeatLedgerOccupancyRules,
        SeatLedgerBooksRules,
        SeatLedgerRoundTripRules,
        SeatLedgerPictureRules,
        SeatLedgerJournalRules,
        SeatLedgerKeyRules,
        SeatLedgerChangesRules,
        SeatLedgerSaleRules,
        SeatLedgerTwoStepRules,
        SeatLedgerRaceRules,
        SeatLedgerFailureRules {}
