package dev.holdfast.http.outbound;

import java.net.InetAddress;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Clients for one attempt each. There is no pool: a connection that is kept would outlive the check
 * of its address, and deliveries of one receiver come seldom enough for a connection each. How many
 * there are at once is bounded by who sends.
 */
final class OneConnection {
  /** Longest line of an answer's head, in bytes. */
  private static final int LONGEST_LINE = 8 * 1_024;

  private static final int MOST_HEADERS = 100;

  private static final ManagedHttpClientConnectionFactory CONNECTIONS =
      ManagedHttpClientConnectionFactory.builder()
          .http1Config(
              Http1Config.custom()
                  .setMaxLineLength(LONGEST_LINE)
                  .setMaxHeaderCount(MOST_HEADERS)
                  .build())
          .build();

  private final TlsSocketStrategy tls;

  /**
   * Clients that trust whom a context trusts. That a certificate is the host's of the URL is
   * checked twice, by the JDK and by the library.
   */
  OneConnection(SSLContext trust) {
    this.tls =
        new DefaultClientTlsStrategy(
            trust, HostnameVerificationPolicy.BOTH, new DefaultHostnameVerifier());
  }

  /** A client that connects by the way it is given and by no other, whatever it is to call. */
  CloseableHttpClient client(Cord cord, Exchange.Way way) {
    BasicHttpClientConnectionManager connections =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                cord,
                DefaultSchemePortResolver.INSTANCE,
                new Pinned(way.addresses()),
                RegistryBuilder.<TlsSocketStrategy>create()
                    .register(URIScheme.HTTPS.id, tls)
                    .build()),
            CONNECTIONS);
    Timeout patience = Timeout.of(way.silence());
    connections.setSocketConfig(SocketConfig.custom().setSoTimeout(patience).build());
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(way.connect()))
            .setSocketTimeout(patience)
            .build());
    connections.setTlsConfig(TlsConfig.custom().setHandshakeTimeout(patience).build());
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(plain(patience))
        .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
        .setConnectionReuseStrategy((_, _, _) -> false)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .setUserAgent("Holdfast")
        .build();
  }

  private static RequestConfig plain(Timeout patience) {
    return RequestConfig.custom()
        .setResponseTimeout(patience)
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setExpectContinueEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setContentCompressionEnabled(false)
        .build();
  }

  /** Knows the addresses that were checked. */
  private record Pinned(List<InetAddress> addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
