package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Key stores for tests (PKCS 12), made with the JDK's keytool: an authority that signed a server
 * and a client, and a client that it did not sign.
 *
 * @param serverKeyStore certificate and key for 127.0.0.1 and localhost
 * @param clientKeyStore certificate and key of a client that the trust store accepts
 * @param strangerKeyStore certificate and key of a client that it refuses
 * @param trustStore the authority
 * @param password of every store and key
 */
public record TlsFiles(
    Path serverKeyStore,
    Path clientKeyStore,
    Path strangerKeyStore,
    Path trustStore,
    String password) {
  private static final String PASSWORD = "changeit";

  /** Makes all of them in the folder, which is created. */
  public static TlsFiles create(Path folder) {
    try {
      Files.createDirectories(folder);
      TlsFiles files =
          new TlsFiles(
              folder.resolve("server.p12"),
              folder.resolve("client.p12"),
              folder.resolve("stranger.p12"),
              folder.resolve("trust.p12"),
              PASSWORD);
      Path authority = folder.resolve("authority.p12");
      Path certificate = folder.resolve("authority.pem");
      generate(authority, "authority", "-ext", "bc:c");
      keytool(
          authority, "-exportcert", "-alias", "authority", "-rfc", "-file", certificate.toString());
      trust(files.trustStore(), certificate);
      signed(
          files.serverKeyStore(),
          "server",
          authority,
          certificate,
          "-ext",
          "san=ip:127.0.0.1,dns:localhost");
      signed(files.clientKeyStore(), "client", authority, certificate);
      generate(files.strangerKeyStore(), "stranger");
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("no key stores in " + folder, e);
    }
  }

  private static void signed(
      Path store, String alias, Path authority, Path certificate, String... extensions)
      throws IOException {
    Path request = store.resolveSibling(alias + ".csr");
    Path answer = store.resolveSibling(alias + ".pem");
    generate(store, alias);
    keytool(store, "-certreq", "-alias", alias, "-file", request.toString());
    List<String> sign =
        new ArrayList<>(List.of("-gencert", "-alias", "authority", "-rfc", "-validity", "3650"));
    sign.addAll(List.of("-infile", request.toString(), "-outfile", answer.toString()));
    sign.addAll(List.of(extensions));
    keytool(authority, sign.toArray(String[]::new));
    trust(store, certificate);
    keytool(store, "-importcert", "-alias", alias, "-file", answer.toString());
  }

  private static void generate(Path store, String alias, String... extensions) throws IOException {
    List<String> generate =
        new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
    generate.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650"));
    generate.addAll(List.of(extensions));
    keytool(store, generate.toArray(String[]::new));
  }

  private static void trust(Path store, Path certificate) throws IOException {
    keytool(
        store, "-importcert", "-noprompt", "-alias", "authority", "-file", certificate.toString());
  }

  private static void keytool(Path store, String... arguments) throws IOException {
    Path output = store.resolveSibling("keytool.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(output.toFile()))
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed:\n" + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    }
  }
}
