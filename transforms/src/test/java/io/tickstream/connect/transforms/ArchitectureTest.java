package io.tickstream.connect.transforms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

@AnalyzeClasses(
    packages = "io.tickstream.connect.transforms",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** A static that changes is shared by every connector of a worker. */
  @ArchTest
  static final ArchRule nothingStaticChanges = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule onlyConnectsPublicApiIsUsed =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.tickstream.connect.transforms..",
              "io.tickstream.connect.expressions",
              "org.apache.kafka.common",
              "org.apache.kafka.common.config",
              "org.apache.kafka.connect..",
              "org.jspecify.annotations",
              "org.slf4j",
              "java..",
              "javax.management..");

  @ArchTest
  static final ArchRule dependenciesPointInwards =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("transforms")
          .definedBy("io.tickstream.connect.transforms")
          .layer("options")
          .definedBy("io.tickstream.connect.transforms.options")
          .layer("time")
          .definedBy("io.tickstream.connect.transforms.time")
          .layer("edit")
          .definedBy("io.tickstream.connect.transforms.edit")
          .whereLayer("transforms")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("options")
          .mayOnlyBeAccessedByLayers("transforms")
          .whereLayer("time")
          .mayOnlyBeAccessedByLayers("transforms", "options")
          .whereLayer("edit")
          .mayOnlyBeAccessedByLayers("transforms", "time");
}
