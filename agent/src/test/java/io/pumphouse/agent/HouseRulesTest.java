package io.pumphouse.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** The walls of the house. A rule that matches nothing fails. */
@AnalyzeClasses(packages = "io.pumphouse", importOptions = DoNotIncludeTests.class)
final class HouseRulesTest {
  private static final String ROOT = "io.pumphouse.";

  @ArchTest
  static final ArchRule halKnowsOnlyItsWires =
      classes()
          .that()
          .resideInAPackage(ROOT + "hal..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "hal..",
              "java..",
              "com.ghgande.j2mod..",
              "com.fazecast.jSerialComm..",
              "com.pi4j..",
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule webKnowsOnlyReadingsAndTheWeb =
      classes()
          .that()
          .resideInAPackage(ROOT + "web..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "web..",
              ROOT + "hal.reading..",
              "gg.jte..",
              "java..",
              "io.javalin..",
              "jakarta.servlet..",
              "kotlin..",
              "org.eclipse.jetty..",
              "com.fasterxml.jackson.core..",
              "com.googlecode.pngtastic.core.processing.zopfli..", // the press, when it is built
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theModelOfTheSurfacesIsPure =
      classes()
          .that()
          .resideInAPackage(ROOT + "web.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "web.model..", ROOT + "hal.reading..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheCompositionRootKnowsTheWebServer =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "agent..")
          .and()
          .resideOutsideOfPackage(ROOT + "agent.app..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "web..").and(resideOutsideOfPackage(ROOT + "web.model..")));

  @ArchTest
  static final ArchRule addressesComeFromTheRouteTableAlone =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "web..")
          .and()
          .resideOutsideOfPackage(ROOT + "web")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin.config..", "io.javalin.router..");

  @ArchTest
  static final ArchRule roomsAreFreeOfCycles =
      slices().matching(ROOT + "(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("gg.jte..")
          .should()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule oneRoomKnowsSql =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "agent.sqlite..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule oneRoomKnowsSerialPorts =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "hal.line..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fazecast..");

  @ArchTest
  static final ArchRule oneClassKnowsPi4J =
      noClasses()
          .that()
          .haveNameNotMatching("io\\.pumphouse\\.hal\\.gpio\\.PiBoard(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.pi4j..");

  @ArchTest
  static final ArchRule oneRoomReadsTheClocks =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "agent.app..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");
}
