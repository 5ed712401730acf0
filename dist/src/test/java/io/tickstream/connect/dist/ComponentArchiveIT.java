package io.tickstream.connect.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.tickstream.connect.dist.Component#all")
record ComponentArchiveIT(Component component) {

  private static final long TWENTY_MEGABYTES = 20_000_000;

  @Test
  void everythingLiesInOneFolderNamedAfterOwnerNameAndVersion() {
    assertThat(Component.entries(component.archive()))
        .allMatch(entry -> entry.startsWith(component.folderName() + "/"));
  }

  @Test
  void theUnpackedFolderHoldsWhatTheArchiveHolds() throws IOException {
    try (Stream<Path> files = Files.walk(component.folder())) {
      List<String> unpacked =
          files
              .filter(Files::isRegularFile)
              .map(file -> Component.PLUGINS.relativize(file).toString())
              .toList();
      assertThat(Component.entries(component.archive()))
          .filteredOn(entry -> !entry.endsWith("/"))
          .containsExactlyInAnyOrderElementsOf(unpacked);
    }
  }

  @Test
  void theManifestNamesTheComponent() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(component.folder().resolve("manifest.json").toFile());

    assertThat(
            manifest.at("/owner/username").asText()
                + "-"
                + manifest.get("name").asText()
                + "-"
                + manifest.get("version").asText())
        .isEqualTo(component.folderName());
    assertThat(manifest.get("component_types"))
        .extracting(JsonNode::asText)
        .containsExactly(component.type());
    assertThat(manifest.get("title").asText()).startsWith("Tickstream ");
    assertThat(manifest.get("description").asText()).isNotBlank();
    assertThat(manifest.at("/license/0/name").asText()).isEqualTo("Apache-2.0");
    assertThat(manifest.at("/features/kafka_connect_api").asBoolean()).isTrue();
    assertThat(component.folder().resolve(manifest.get("logo").asText())).isRegularFile();
    assertThat(manifest.toString()).doesNotContain("${");
  }

  @Test
  void itsDocumentsAreThere() throws IOException {
    Path doc = component.folder().resolve("doc");

    assertThat(doc.resolve("README.md")).isNotEmptyFile();
    assertThat(doc.resolve("LICENSE")).content().contains("Apache License", "Version 2.0");
    assertThat(doc.resolve("NOTICE")).isNotEmptyFile();
    assertThat(doc.resolve("version.txt")).hasContent(Component.VERSION);
  }

  @Test
  void everyJarIsInTheBillOfMaterialsAndForeignOnesInTheThirdPartyListToo() throws IOException {
    String list = Files.readString(component.folder().resolve("doc/THIRD-PARTY.txt"));
    Path sbom = component.folder().resolve("doc/sbom.cdx.json");
    assertThat(sbom)
        .as("the bill of materials, which an offline build (mvn -o) leaves out")
        .exists();
    JsonNode bill = new ObjectMapper().readTree(sbom.toFile());
    List<String> billed =
        bill.get("components")
            .valueStream()
            .map(item -> item.get("name").asText() + "-" + item.get("version").asText() + ".jar")
            .toList();
    List<String> jars = component.jars().stream().map(jar -> jar.getFileName().toString()).toList();

    assertThat(billed).containsExactlyInAnyOrderElementsOf(jars);
    for (String jar : jars) {
      if (!jar.startsWith("tickstream-")) {
        String artifact = jar.substring(0, jar.lastIndexOf('-'));
        assertThat(list).contains(":" + artifact + ":");
      }
    }
  }

  @Test
  void nothingThatTheWorkerOwnsIsInside() {
    assertThat(component.jars())
        .allSatisfy(
            jar ->
                assertThat(Component.entries(jar))
                    .noneMatch(entry -> entry.startsWith("org/apache/kafka/"))
                    .noneMatch(entry -> entry.startsWith("org/slf4j/"))
                    .noneMatch(entry -> entry.startsWith("ch/qos/logback/"))
                    .noneMatch(entry -> entry.startsWith("org/apache/logging/")));
  }

  @Test
  void itIsSmallerThanTwentyMegabytes() throws IOException {
    assertThat(Files.size(component.archive())).isLessThan(TWENTY_MEGABYTES);
  }

  @Test
  void everyEntryCarriesTheTimeOfTheReleaseAndNotOfTheBuild() throws IOException {
    try (ZipFile zip = new ZipFile(component.archive().toFile())) {
      List<LocalDateTime> times = zip.stream().map(ZipEntry::getTimeLocal).distinct().toList();
      assertThat(times).containsExactly(LocalDateTime.of(2026, 1, 1, 0, 0));
    }
  }
}
