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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin's library as it is installed has all that is called of it, and not much more. */
final class LeanKotlinTest {
  private static final Path PROGRAM = Path.of("..", "scripts", "LeanKotlin.java");

  /** A method by its name and the types it takes and gives. */
  private record Call(String name, String types) {
    Call(String name, MethodType types) {
      this(name, types.descriptorString());
    }

    static Call of(MemberRefEntry method) {
      return new Call(method.name().stringValue(), method.type().stringValue());
    }
  }

  @TempDir private Path folder;
  private Path javalin = Path.of("");
  private Path lean = Path.of("");

  @BeforeEach
  void makeIt() throws IOException, InterruptedException, URISyntaxException {
    Path whole = jarOf(kotlin.Unit.class);
    javalin = Files.copy(jarOf(Javalin.class), folder.resolve("javalin.jar"));
    lean = folder.resolve(whole.getFileName());
    write(whole);
  }

  private void write(Path whole) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process program =
        new ProcessBuilder(java.toString(), PROGRAM.toString(), whole.toString(), folder.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream said = program.getInputStream()) {
      String words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(program.waitFor()).as(words).isZero();
    }
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** As the JVM finds methods, and not as the program looked for them. */
  @Test
  void everyMethodIsThereThatJavalinOrKotlinItselfNames()
      throws IOException, ClassNotFoundException {
    List<MemberRefEntry> named = named(javalin);
    assertThat(named).hasSizeGreaterThan(500);
    named.addAll(named(lean));

    List<String> missing = new ArrayList<>();
    try (URLClassLoader loader = alone()) {
      for (MemberRefEntry method : named) {
        if (!isIn(Class.forName(owner(method), false, loader), method)) {
          missing.add(owner(method) + "." + method.name() + method.type());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A class that is begun has been verified before. */
  @Test
  void itsClassesAreSound() throws IOException, ClassNotFoundException {
    int begun = 0;
    try (URLClassLoader loader = alone();
        ZipFile jar = new ZipFile(lean.toFile())) {
      for (ZipEntry file : Collections.list(jar.entries())) {
        if (file.getName().matches("kotlin/.*Kt(__.*)?\\.class")) {
          String name = file.getName().replace(".class", "").replace('/', '.');
          Class.forName(name, true, loader);
          begun++;
        }
      }
    }
    assertThat(begun).isGreaterThan(200);
  }

  @Test
  void whatNobodyCallsIsLeftOutAndToldOf() throws IOException, ClassNotFoundException {
    try (URLClassLoader loader = alone();
        ZipFile jar = new ZipFile(lean.toFile())) {
      assertThat(loader.loadClass("kotlin.collections.ArraysKt___ArraysKt").getDeclaredMethods())
          .hasSizeBetween(1, 100);
      assertThat(kotlin.collections.ArraysKt.class.getSuperclass().getDeclaredMethods())
          .hasSizeGreaterThan(1_000);
      assertThat(jar.getEntry("META-INF/CHANGED.txt")).isNotNull();
    }
  }

  @Test
  void theSameIsMadeOfTheSame() throws IOException, InterruptedException, URISyntaxException {
    byte[] first = Files.readAllBytes(lean);
    Files.delete(lean);

    write(jarOf(kotlin.Unit.class));

    assertThat(Files.readAllBytes(lean)).isEqualTo(first);
  }

  private URLClassLoader alone() throws IOException {
    return new URLClassLoader(
        new URL[] {lean.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
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

  private static boolean isIn(Class<?> type, MemberRefEntry method) {
    return own(type).anyMatch(Call.of(method)::equals)
        || above(type).anyMatch(above -> isIn(above, method));
  }

  private static Stream<Call> own(Class<?> type) {
    return Stream.concat(
        Arrays.stream(type.getDeclaredConstructors())
            .map(made -> new Call("<init>", methodType(void.class, made.getParameterTypes()))),
        Arrays.stream(type.getDeclaredMethods())
            .map(
                own ->
                    new Call(
                        own.getName(), methodType(own.getReturnType(), own.getParameterTypes()))));
  }

  private static Stream<Class<?>> above(Class<?> type) {
    Stream<Class<?>> parent =
        type.isInterface() ? Stream.of(Object.class) : Stream.ofNullable(type.getSuperclass());
    return Stream.concat(parent, Arrays.stream(type.getInterfaces()));
  }
}
