package io.tickstream.connect.market;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Bytes become events, events become records: which package may know which. */
@AnalyzeClasses(
    packages = "io.tickstream.connect.market",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.tickstream.connect.market.";

  @ArchTest
  static final ArchRule EVENTS_KNOW_NOTHING =
      classes()
          .that()
          .resideInAPackage(ROOT + "event..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ROOT + "event..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule OFFSETS_KNOW_EVENTS_ONLY =
      classes()
          .that()
          .resideInAPackage(ROOT + "offset..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ROOT + "offset..", ROOT + "event..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule PROVIDERS_HOLD_NO_THREAD_NO_CLOCK_NO_CONNECTION =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "provider..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "feed..",
              ROOT + "record..",
              ROOT + "config..",
              ROOT + "limit..",
              ROOT + "metrics..",
              "okhttp3..",
              "java.util.concurrent.atomic..",
              "java.util.concurrent.locks..",
              "org.apache.kafka.connect..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executor.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule RECORDS_KNOW_EVENTS_NOT_FEEDS =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "record..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "feed..", ROOT + "config..", ROOT + "limit..", "okhttp3..");

  @ArchTest
  static final ArchRule FEEDS_DO_NOT_MAKE_RECORDS =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "feed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "record..", ROOT + "config..");

  @ArchTest
  static final ArchRule ONLY_PUBLIC_KAFKA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka.common.utils..",
              "org.apache.kafka.connect.runtime..",
              "org.apache.kafka.clients..");

  @ArchTest
  static final ArchRule NO_BAGS_OF_THINGS =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base)");
}
