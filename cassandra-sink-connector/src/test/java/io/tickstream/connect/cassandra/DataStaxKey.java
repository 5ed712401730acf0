package io.tickstream.connect.cassandra;

import java.util.List;

/**
 * A key of the DataStax sink.
 *
 * @param usual its default there
 * @param difference what is different here; empty when nothing is
 * @param otherDefault whether the default is part of that
 */
record DataStaxKey(String name, String usual, String difference, boolean otherDefault) {
  private static final String TABLE = "topic.<topic>.<keyspace>.<table>.";
  private static final String CODEC = "topic.<topic>.codec.";

  static List<DataStaxKey> all() {
    return List.of(
        equal("contactPoints", ""),
        equal("port", "9042"),
        equal("loadBalancing.localDc", ""),
        equal("cloud.secureConnectBundle", ""),
        equal("auth.provider", "None"),
        equal("auth.username", ""),
        equal("auth.password", ""),
        equal("auth.gssapi.keyTab", ""),
        equal("auth.gssapi.principal", ""),
        equal("auth.gssapi.service", "dse"),
        equal("ssl.provider", "None"),
        equal("ssl.hostnameValidation", "true"),
        equal("ssl.keystore.path", ""),
        equal("ssl.keystore.password", ""),
        equal("ssl.truststore.path", ""),
        equal("ssl.truststore.password", ""),
        different(
            "ssl.openssl.keyCertChain",
            "",
            "OpenSSL's natives are not bundled; without them validation says so"),
        different("ssl.openssl.privateKey", "", "as above"),
        equal("ssl.cipherSuites", ""),
        different(
            "compression",
            "None",
            "LZ4 and Snappy are bundled; Snappy forces protocol version 4, as version 5 does not"
                + " have it"),
        new DataStaxKey(
            "connectionPoolLocalSize",
            "4",
            "`1` by default, as in the driver: what goes over one connection together costs worker"
                + " and Cassandra less",
            true),
        different(
            "queryExecutionTimeout",
            "30",
            "a write that times out is sent again by itself, after a pause; the poll is not"
                + " rewound"),
        different(
            "maxConcurrentRequests",
            "500",
            "an upper bound: how many are used follows latency and errors"),
        different(
            "maxNumberOfRecordsInBatch", "32", "batches are capped by `maxBytesInBatch` as well"),
        different(
            "ignoreErrors",
            "None",
            "never ignores an outage: timeouts and unavailable nodes are tried again, whatever it"
                + " says"),
        equal("jmx", "true"),
        new DataStaxKey(
            "jmxConnectorDomain",
            "com.datastax.oss.kafka.sink",
            "`tickstream.sink` by default, and the MBeans are other ones",
            true),
        equal("metricsHighestLatency", "35"),
        equal(CODEC + "locale", "en_US"),
        equal(CODEC + "timeZone", "UTC"),
        different(
            CODEC + "timestamp",
            "CQL_TIMESTAMP",
            "whatever it says, ISO text and numbers of `codec.unit` are taken too"),
        different(CODEC + "date", "ISO_LOCAL_DATE", "ISO text is taken too, whatever it says"),
        different(CODEC + "time", "ISO_LOCAL_TIME", "ISO text is taken too, whatever it says"),
        equal(CODEC + "unit", "MILLISECONDS"),
        different(
            TABLE + "mapping",
            "",
            "more sources: nested paths, array elements, record metadata, literals, defaults"),
        different(
            TABLE + "consistencyLevel",
            "LOCAL_ONE",
            "SERIAL and LOCAL_SERIAL are refused, as Cassandra refuses writes at them"),
        different(
            TABLE + "ttl", "-1", "rounded up to whole seconds, so that 500 ms are not 0: for ever"),
        equal(TABLE + "ttlTimeUnit", "SECONDS"),
        equal(TABLE + "timestampTimeUnit", "MICROSECONDS"),
        equal(TABLE + "nullToUnset", "true"),
        different(
            TABLE + "deletesEnabled",
            "true",
            "a delete carries the record's time, as an insert does, so that a later insert lives"),
        equal(TABLE + "query", ""));
  }

  String row() {
    return "| `%s` | %s | %s |\n"
        .formatted(
            name,
            usual.isEmpty() ? "" : "`" + usual + "`",
            difference.isEmpty() ? "equal" : difference);
  }

  private static DataStaxKey equal(String name, String usual) {
    return new DataStaxKey(name, usual, "", false);
  }

  private static DataStaxKey different(String name, String usual, String difference) {
    return new DataStaxKey(name, usual, difference, false);
  }
}
