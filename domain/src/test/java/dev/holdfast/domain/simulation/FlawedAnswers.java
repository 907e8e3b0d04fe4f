package dev.holdfast.domain.simulation;

import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TransactionWrapper;
import dev.holdfast.domain.refusal.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Ledgers that forget what was sent under which key, and a catalog that has nothing for a while.
 */
final class FlawedAnswers {
  private FlawedAnswers() {}

  private static SeatLedgerPort with(
      SeatLedgerPort sound, BiFunction<SeatLedgerPort, CommitId, LedgerTransaction> begun) {
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        return begun.apply(ledger, commit);
      }
    };
  }

  /** Keeps answers in a transaction after that of their effect, unless the line is cut between. */
  static SeatLedgerPort apart(SeatLedgerPort sound, World world) {
    return with(
        sound,
        (ledger, commit) ->
            new Apart(ledger.begin(commit), world) {
              @Override
              void keep() {
                if (world.weather.strikes()) {
                  throw new StoreFailure.CommitUnknown("planned", null);
                }
                super.keep();
              }
            });
  }

  /** Looks whether a key is known, and does not take it. */
  static SeatLedgerPort withoutClaims(SeatLedgerPort sound, World world) {
    return with(
        sound,
        (ledger, commit) ->
            new Apart(ledger.begin(commit), world) {
              @Override
              public Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> keys) {
                Map<IdempotencyKey, Claim> found = new TreeMap<>();
                keys.forEach(key ->
                    found.put(
                        key,
                        world
                            .answers
                            .find(key)
                            .<Claim>map(Claim.Kept::new)
                            .orElseGet(Claim.Ours::new)));
                return found;
              }
            });
  }

  private static class Apart extends TransactionWrapper {
    private final World world;
    private List<KeptAnswer> answers = List.of();

    Apart(LedgerTransaction open, World world) {
      super(open);
      this.world = world;
    }

    @Override
    public void write(LedgerWrites writes) {
      answers = writes.answers();
      open.write(new LedgerWrites(writes.events()));
    }

    @Override
    public void commit() {
      open.commit();
      keep();
    }

    void keep() {
      answers.forEach(world.answers::keep);
    }
  }

  /** Takes a key, and does not look whether it is known. */
  static SeatLedgerPort withoutKnowing(SeatLedgerPort sound) {
    return with(
        sound,
        (ledger, commit) ->
            new TransactionWrapper(ledger.begin(commit)) {
              @Override
              public Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> keys) {
                Map<IdempotencyKey, Claim> claims = new TreeMap<>(open.claim(keys));
                claims.replaceAll(
                    (_, claim) -> claim instanceof Claim.Kept ? new Claim.Ours() : claim);
                return claims;
              }
            });
  }

  private static boolean isRefusal(KeptAnswer answer) {
    return answer.answer().text().contains("Refused[");
  }

  /** Keeps what was accepted only. */
  static SeatLedgerPort withoutRefusals(SeatLedgerPort sound) {
    return with(
        sound,
        (ledger, commit) ->
            new TransactionWrapper(ledger.begin(commit)) {
              @Override
              public void write(LedgerWrites writes) {
                List<KeptAnswer> accepted =
                    writes.answers().stream()
                        .filter(Predicate.not(FlawedAnswers::isRefusal))
                        .toList();
                open.write(new LedgerWrites(writes.events(), accepted));
              }
            });
  }

  /** The same for those that no transaction of the ledger keeps. */
  static IdempotencyPort withoutRefusals(IdempotencyPort sound) {
    return new IdempotencyPort() {
      @Override
      public Optional<KeptAnswer> find(IdempotencyKey key) {
        return sound.find(key);
      }

      @Override
      public KeptAnswer keep(KeptAnswer answer) {
        return isRefusal(answer) ? answer : sound.keep(answer);
      }

      @Override
      public <A> Outcome<A> carryOut(Once<A> once, Supplier<Outcome<A>> change) {
        return sound.carryOut(once, change);
      }
    };
  }

  /** Has nothing where it could not look. */
  static CatalogPort emptyInTrouble(CatalogPort sound) {
    return (CatalogPort)
        Proxy.newProxyInstance(
            FlawedAnswers.class.getClassLoader(),
            new Class<?>[] {CatalogPort.class},
            (_, method, arguments) -> {
              try {
                return method.invoke(sound, arguments);
              } catch (InvocationTargetException e) {
                if (e.getCause() instanceof StoreFailure
                    && method.getReturnType().equals(Optional.class)) {
                  return Optional.empty();
                }
                throw e.getCause();
              }
            });
  }
}
