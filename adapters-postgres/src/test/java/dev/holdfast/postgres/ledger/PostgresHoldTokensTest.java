package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.contract.HoldTokenContract;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.postgres.PostgresBackend;
import dev.holdfast.postgres.PostgresSchema;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tokens keep the whole contract. */
final class PostgresHoldTokensTest extends HoldTokenContract implements PostgresBackend {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  @Override
  public PostgresSchema schema() {
    return SCHEMA;
  }

  @Override
  public HoldTokenPort tokens() {
    return SCHEMA.store().tokens();
  }
}
