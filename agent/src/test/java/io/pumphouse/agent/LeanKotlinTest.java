package io.pumphouse.agent;

import static java.lang.invoke.MethodType.methodType;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Kotlin's library as it is installed, on which all tests run. */
final class LeanKotlinTest {
  /** A method by its name and the types it takes and gives. */
  private record Name(String name, String types) {
    Name(String name, MethodType types) {
      this(name, types.descriptorString());
    }

    static Name of(MemberRefEntry method) {
      return new Name(method.name().stringValue(), method.type().stringValue());
    }
  }

  /** As the JVM finds methods, and not as the program that left some out looked for them. */
  @Test
  void everyMethodIsThereThatJavalinOrKotlinItselfNames() throws Exception {
    List<MemberRefEntry> named = named(jarOf(Javalin.class));
    assertThat(named).hasSizeGreaterThan(500);
    named.addAll(named(jarOf(kotlin.Unit.class)));

    List<String> missing = new ArrayList<>();
    for (MemberRefEntry method : named) {
      if (!isIn(Class.forName(owner(method)), Name.of(method))) {
        missing.add(owner(method) + "." + Name.of(method));
      }
    }
    assertThat(missing).isEmpty();
  }

  /** The JVM verifies a class before it begins it. */
  @Test
  void everyClassIsSound() throws Exception {
    List<String> begun = new ArrayList<>();
    try (ZipFile jar = new ZipFile(jarOf(kotlin.Unit.class).toFile())) {
      for (ZipEntry file : Collections.list(jar.entries())) {
        if (file.getName().matches("kotlin/.*\\.class")) {
          String name = file.getName().replace(".class", "").replace('/', '.');
          begun.add(Class.forName(name).getName());
        }
      }
    }
    assertThat(begun).hasSizeGreaterThan(900);
  }

  @Test
  void whatNobodyCallsIsLeftOutAndToldOf() throws Exception {
    try (ZipFile jar = new ZipFile(jarOf(kotlin.Unit.class).toFile())) {
      assertThat(jar.getEntry("META-INF/CHANGED.txt")).isNotNull();
    }
    assertThat(Class.forName("kotlin.collections.ArraysKt___ArraysKt").getDeclaredMethods())
        .as("of 1,668")
        .hasSizeBetween(1, 100);
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The methods of Kotlin's that a jar names. */
  private static List<MemberRefEntry> named(Path jar) throws IOException {
    List<MemberRefEntry> named = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry file : Collections.list(zip.entries())) {
        if (file.getName().endsWith(".class")) {
          for (PoolEntry entry : ClassFile.of().parse(bytes(zip, file)).constantPool()) {
            if (entry instanceof MemberRefEntry method
                && !(entry instanceof FieldRefEntry)
                && owner(method).startsWith("kotlin.")) {
              named.add(method);
            }
          }
        }
      }
    }
    return named;
  }

  private static byte[] bytes(ZipFile zip, ZipEntry file) throws IOException {
    try (InputStream bytes = zip.getInputStream(file)) {
      return bytes.readAllBytes();
    }
  }

  private static String owner(MemberRefEntry method) {
    return method.owner().asInternalName().replace('/', '.');
  }

  private static boolean isIn(Class<?> type, Name method) {
    return own(type).anyMatch(method::equals) || above(type).anyMatch(above -> isIn(above, method));
  }

  private static Stream<Name> own(Class<?> type) {
    return Stream.concat(
        Arrays.stream(type.getDeclaredConstructors())
            .map(made -> new Name("<init>", methodType(void.class, made.getParameterTypes()))),
        Arrays.stream(type.getDeclaredMethods())
            .map(
                own ->
                    new Name(
                        own.getName(), methodType(own.getReturnType(), own.getParameterTypes()))));
  }

  private static Stream<Class<?>> above(Class<?> type) {
    Stream<Class<?>> parent =
        type.isInterface() ? Stream.of(Object.class) : Stream.ofNullable(type.getSuperclass());
    return Stream.concat(parent, Arrays.stream(type.getInterfaces()));
  }
}
