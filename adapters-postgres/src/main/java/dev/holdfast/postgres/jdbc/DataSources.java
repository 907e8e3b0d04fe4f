package dev.holdfast.postgres.jdbc;

import dev.holdfast.postgres.PostgresSettings;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Plain connections to the server of the settings. */
public final class DataSources {
  private static final int CONNECT_SECONDS = 5;

  private DataSources() {}

  /**
   * For a pool. An answer is waited for a few seconds longer than the server lets anything last, so
   * that the server's word comes first; without a bound a lost network would hold a thread forever.
   */
  static DataSource of(PostgresSettings settings, String name, SessionSettings session) {
    PGSimpleDataSource source = plain(settings, name);
    source.setSocketTimeout(session.socketSeconds());
    // From the first call on: plans are made once a connection, and dates travel in binary.
    source.setPrepareThreshold(1);
    return source;
  }

  /** For work outside the pools, whose statements may take as long as they take. */
  public static PGSimpleDataSource plain(PostgresSettings settings, String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    source.setCurrentSchema(settings.schema());
    source.setApplicationName(name);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    // Details of an error repeat the row concerned, and with it a buyer's token.
    source.setLogServerErrorDetail(false);
    return source;
  }
}
