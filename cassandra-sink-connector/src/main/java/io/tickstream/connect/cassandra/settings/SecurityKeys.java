package io.tickstream.connect.cassandra.settings;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Who we are to Cassandra and how the wire is protected. */
public final class SecurityKeys {
  public static final String AUTH_PROVIDER = "auth.provider";
  public static final String USERNAME = "auth.username";
  public static final String PASSWORD = "auth.password";
  public static final String KEY_TAB = "auth.gssapi.keyTab";
  public static final String PRINCIPAL = "auth.gssapi.principal";
  public static final String SERVICE = "auth.gssapi.service";

  public static final String SSL_PREFIX = "ssl.";
  public static final String SSL_PROVIDER = "ssl.provider";
  public static final String HOSTNAME_VALIDATION = "ssl.hostnameValidation";
  public static final String CIPHER_SUITES = "ssl.cipherSuites";
  public static final String KEYSTORE_PATH = "ssl.keystore.path";
  public static final String KEYSTORE_PASSWORD = "ssl.keystore.password";
  public static final String TRUSTSTORE_PATH = "ssl.truststore.path";
  public static final String TRUSTSTORE_PASSWORD = "ssl.truststore.password";
  public static final String OPENSSL_CERT_CHAIN = "ssl.openssl.keyCertChain";
  public static final String OPENSSL_PRIVATE_KEY = "ssl.openssl.privateKey";

  private static final String FILE = " A path, or the file itself as base64:… .";

  private SecurityKeys() {}

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Authentication")
        .add(
            AUTH_PROVIDER,
            ConfigDef.Type.STRING,
            "None",
            Choice.of("None", "PLAIN", "GSSAPI"),
            Importance.HIGH,
            "How to authenticate. None becomes PLAIN when a user name or password is given.")
        .add(USERNAME, ConfigDef.Type.STRING, "", null, Importance.HIGH, "User name for PLAIN.")
        .add(PASSWORD, ConfigDef.Type.PASSWORD, "", null, Importance.HIGH, "Password for PLAIN.")
        .add(
            KEY_TAB,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.LOW,
            "Kerberos key tab for GSSAPI; without one the ticket cache is used." + FILE)
        .add(
            PRINCIPAL,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.LOW,
            "Kerberos principal for GSSAPI; empty: the first one of the key tab, or of the ticket cache.")
        .add(
            SERVICE,
            ConfigDef.Type.STRING,
            "dse",
            null,
            Importance.LOW,
            "SASL service name of the cluster for GSSAPI.");
    new KeyGroup(definition, "TLS")
        .add(
            SSL_PROVIDER,
            ConfigDef.Type.STRING,
            "None",
            Choice.of("None", "JDK", "OpenSSL"),
            Importance.HIGH,
            "Whose TLS to use. OpenSSL needs netty-tcnative natives for this platform in the"
                + " plugin's lib folder; they are not bundled.")
        .add(
            HOSTNAME_VALIDATION,
            ConfigDef.Type.BOOLEAN,
            true,
            null,
            Importance.MEDIUM,
            "Whether a node's certificate must name the host that was connected to.")
        .add(
            CIPHER_SUITES,
            ConfigDef.Type.LIST,
            List.of(),
            null,
            Importance.LOW,
            "Cipher suites to allow; empty: the defaults of the provider.")
        .add(
            TRUSTSTORE_PATH,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.MEDIUM,
            "Key store of the authorities to trust; empty: those of the Java runtime." + FILE)
        .add(
            TRUSTSTORE_PASSWORD,
            ConfigDef.Type.PASSWORD,
            "",
            null,
            Importance.MEDIUM,
            "Password of the trust store.")
        .add(
            KEYSTORE_PATH,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.MEDIUM,
            "Key store of the client's own certificate, for mutual TLS." + FILE)
        .add(
            KEYSTORE_PASSWORD,
            ConfigDef.Type.PASSWORD,
            "",
            null,
            Importance.MEDIUM,
            "Password of the key store and of its key.")
        .add(
            OPENSSL_CERT_CHAIN,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.LOW,
            "The client's certificate chain as PEM, for OpenSSL." + FILE)
        .add(
            OPENSSL_PRIVATE_KEY,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.LOW,
            "The client's private key as PKCS#8 PEM, for OpenSSL." + FILE);
  }
}
