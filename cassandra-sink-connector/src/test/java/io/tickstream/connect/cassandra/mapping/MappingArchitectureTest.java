package io.tickstream.connect.cassandra.mapping;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.tickstream.connect.cassandra",
    importOptions = ImportOption.DoNotIncludeTests.class)
class MappingArchitectureTest {
  private static final String OURS = "io.tickstream..";
  private static final String CODEC = "io.tickstream.connect.cassandra.codec";
  private static final String MAPPING = "io.tickstream.connect.cassandra.mapping";
  private static final String EXPRESSIONS = "io.tickstream.connect.expressions";

  @ArchTest
  static final ArchRule theCodecKnowsNothingElseOfOurs =
      noClasses()
          .that()
          .resideInAPackage(CODEC)
          .should()
          .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAPackage(CODEC))));

  @ArchTest
  static final ArchRule theMappingKnowsOnlyTheCodecAndTheExpressions =
      noClasses()
          .that()
          .resideInAPackage(MAPPING)
          .should()
          .dependOnClassesThat(
              resideInAPackage(OURS).and(not(resideInAnyPackage(MAPPING, CODEC, EXPRESSIONS))));
}
