package io.tickstream.connect.cassandra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

@AnalyzeClasses(
    packages = "io.tickstream.connect.cassandra",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String HOUSE = "io.tickstream.connect.cassandra";

  @ArchTest
  static final ArchRule nothingStaticChanges = fields().that().areStatic().should().beFinal();

  /** Records go this way: settings and mapping, then rows, then requests; nothing reaches back. */
  @ArchTest
  static final ArchRule dependenciesPointOneWay =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("task")
          .definedBy(HOUSE)
          .layer("session")
          .definedBy(HOUSE + ".session")
          .layer("write")
          .definedBy(HOUSE + ".write")
          .layer("table")
          .definedBy(HOUSE + ".table")
          .layer("settings")
          .definedBy(HOUSE + ".settings")
          .layer("mapping")
          .definedBy(HOUSE + ".mapping")
          .layer("codec")
          .definedBy(HOUSE + ".codec")
          .layer("failure")
          .definedBy(HOUSE + ".failure")
          .layer("metrics")
          .definedBy(HOUSE + ".metrics")
          .whereLayer("task")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("session")
          .mayOnlyBeAccessedByLayers("task")
          .whereLayer("write")
          .mayOnlyBeAccessedByLayers("task")
          .whereLayer("table")
          .mayOnlyBeAccessedByLayers("task", "session", "write")
          .whereLayer("settings")
          .mayOnlyBeAccessedByLayers("task", "session", "write", "table")
          .whereLayer("mapping")
          .mayOnlyBeAccessedByLayers("settings", "table");

  @ArchTest
  static final ArchRule onlyConnectsPublicApiIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka.common.utils..", "org.apache.kafka.connect.runtime..");
}
