package io.tickstream.connect.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule nothingKnowsTheQuickstart =
      noClasses()
          .that()
          .resideOutsideOfPackage("..stack.quickstart")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..stack.quickstart");

  @ArchTest
  static final ArchRule theRestClientStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("..stack.rest")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..stack", "..stack.deploy", "..stack.quickstart");

  @ArchTest
  static final ArchRule pluginsAreOnlyDeployed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tickstream.connect.market..",
              "io.tickstream.connect.cassandra..",
              "io.tickstream.connect.transforms..");
}
