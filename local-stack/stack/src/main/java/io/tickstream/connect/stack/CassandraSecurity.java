package io.tickstream.connect.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How Cassandra admits clients.
 *
 * @param tls null for plain text
 * @param mutualTls whether clients need a certificate of their own
 * @param passwords whether clients log in; the first role is {@code cassandra} with password {@code
 *     cassandra}
 */
public record CassandraSecurity(@Nullable TlsFiles tls, boolean mutualTls, boolean passwords) {

  /** Password log-in over plain text. */
  public static CassandraSecurity withPasswords() {
    return new CassandraSecurity(null, false, true);
  }

  /** TLS with the given files; with {@code mutual} a client must show a certificate too. */
  public static CassandraSecurity withTls(TlsFiles files, boolean mutual) {
    return new CassandraSecurity(files, mutual, false);
  }

  /** The same with password log-in. */
  public CassandraSecurity andPasswords() {
    return new CassandraSecurity(tls, mutualTls, true);
  }

  /** The lines that cassandra.yaml gets. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    if (passwords) {
      yaml.append("authenticator: PasswordAuthenticator\n");
      yaml.append("authorizer: CassandraAuthorizer\n");
      yaml.append("role_manager: CassandraRoleManager\n");
      // Roles and permissions granted by a test hold at once.
      yaml.append("permissions_validity: 0ms\nroles_validity: 0ms\ncredentials_validity: 0ms\n");
    }
    if (tls != null) {
      yaml.append("client_encryption_options:\n  enabled: true\n  optional: false\n");
      yaml.append(store("keystore", tls.serverKeyStore(), tls.password()));
      yaml.append("  require_client_auth: ").append(mutualTls).append('\n');
      yaml.append(store("truststore", tls.trustStore(), tls.password()));
      yaml.append("  store_type: PKCS12\n");
    }
    return yaml.toString();
  }

  private static String store(String name, Path file, String password) {
    return "  %s: \"%s\"%n  %s_password: %s%n".formatted(name, file, name, password);
  }
}
