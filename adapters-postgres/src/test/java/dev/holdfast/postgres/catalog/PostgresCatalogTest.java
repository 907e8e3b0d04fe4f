package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.contract.CatalogContract;
import dev.holdfast.postgres.PostgresBackend;
import dev.holdfast.postgres.PostgresSchema;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalog keeps the whole contract. */
final class PostgresCatalogTest extends CatalogContract implements PostgresBackend {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  @Override
  public PostgresSchema schema() {
    return SCHEMA;
  }
}
