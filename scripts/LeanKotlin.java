import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Kotlin's standard library without the functions that nobody calls: {@code LeanKotlin JAR FOLDER}
 * writes it to the folder where all jars lie that may call it. Javalin calls few, but Kotlin keeps
 * those of one subject in one class, 1,668 about arrays alone, and the JVM keeps whole classes. See
 * docs/decisions/023-a-lean-kotlin.md.
 *
 * <p>Only functions outside of classes are looked at, which are called by their name or not at all.
 * One stays if a class of any other jar, or what stays of Kotlin, names a method so called with the
 * same types, of whatever class. From the same jars comes the same one.
 */
final class LeanKotlin {
  private static final String NOTICE = "META-INF/CHANGED.txt";
  private static final String CHANGED =
      "Functions that nothing of Pumphouse calls were left out of this copy.\n";
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** {@code k} in what the compiler notes of a class: a file of functions, several, one of those. */
  private static final Set<Integer> FILES = Set.of(2, 4, 5);

  /** A method as its callers know it. */
  private record Call(String name, String type) {}

  private LeanKotlin() {}

  public static void main(String[] typed) throws IOException {
    Path from = Path.of(typed[0]);
    Path to = Path.of(typed[1]).resolve(from.getFileName());
    Map<String, byte[]> files = unpacked(from);
    Map<String, ClassModel> classes = classes(files);
    Set<Call> called = called(classes, callsBeside(to));
    ClassFile writer = writer(files);
    classes.forEach(
        (name, each) -> {
          Set<MethodModel> idle = new HashSet<>(functions(each));
          idle.removeIf(function -> called.contains(call(function)));
          if (!idle.isEmpty()) {
            files.put(name, without(idle, each, writer));
          }
        });
    files.put(NOTICE, CHANGED.getBytes(StandardCharsets.UTF_8));
    write(packed(files), to);
  }

  private static Map<String, ClassModel> classes(Map<String, byte[]> files) {
    Map<String, ClassModel> classes = new LinkedHashMap<>();
    files.forEach(
        (name, bytes) -> {
          if (name.endsWith(".class")) {
            classes.put(name, ClassFile.of().parse(bytes));
          }
        });
    return classes;
  }

  /** All that the other jars in the folder of one call, of whatever class. */
  private static Set<Call> callsBeside(Path one) throws IOException {
    Set<Call> calls = new HashSet<>();
    try (var jars = Files.newDirectoryStream(one.getParent(), "*.jar")) {
      for (Path jar : jars) {
        if (!jar.equals(one)) {
          classes(unpacked(jar)).values().forEach(caller -> calls.addAll(named(caller)));
        }
      }
    }
    return calls;
  }

  private static Set<Call> named(ClassModel caller) {
    Set<Call> named = new HashSet<>();
    caller
        .constantPool()
        .forEach(
            entry -> {
              if (entry instanceof MemberRefEntry member) {
                named.add(new Call(member.name().stringValue(), member.type().stringValue()));
              }
            });
    return named;
  }

  /** What is called from outside, from all that is not a function, or by a function called. */
  private static Set<Call> called(Map<String, ClassModel> classes, Set<Call> fromOutside) {
    Map<Call, Set<Call>> callsOf = new HashMap<>();
    Set<Call> called = new HashSet<>(fromOutside);
    for (ClassModel each : classes.values()) {
      Set<MethodModel> functions = new HashSet<>(functions(each));
      for (MethodModel method : each.methods()) {
        if (functions.contains(method)) {
          callsOf.computeIfAbsent(call(method), _ -> new HashSet<>()).addAll(calls(method));
        } else {
          called.addAll(calls(method));
        }
      }
    }
    Deque<Call> toFollow = new ArrayDeque<>(called);
    while (!toFollow.isEmpty()) {
      for (Call further : callsOf.getOrDefault(toFollow.pop(), Set.of())) {
        if (called.add(further)) {
          toFollow.push(further);
        }
      }
    }
    return called;
  }

  private static Set<Call> calls(MethodModel method) {
    Set<Call> calls = new HashSet<>();
    method.code().stream()
        .flatMap(code -> code.elementStream())
        .forEach(
            element -> {
              if (element instanceof InvokeInstruction call) {
                calls.add(new Call(call.name().stringValue(), call.type().stringValue()));
              } else if (element instanceof InvokeDynamicInstruction closure) {
                closure.bootstrapArgs().stream()
                    .filter(DirectMethodHandleDesc.class::isInstance)
                    .map(DirectMethodHandleDesc.class::cast)
                    .forEach(its -> calls.add(new Call(its.methodName(), its.lookupDescriptor())));
              }
            });
    return calls;
  }

  private static Call call(MethodModel method) {
    return new Call(method.methodName().stringValue(), method.methodType().stringValue());
  }

  /** Methods that stand for functions outside of classes. */
  private static List<MethodModel> functions(ClassModel of) {
    return isOfFunctions(of)
        ? of.methods().stream()
            .filter(method -> method.flags().has(AccessFlag.STATIC))
            .filter(method -> !method.methodName().equalsString("<clinit>"))
            .toList()
        : List.of();
  }

  private static boolean isOfFunctions(ClassModel of) {
    return of.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
        .flatMap(all -> all.annotations().stream())
        .filter(note -> note.className().equalsString("Lkotlin/Metadata;"))
        .flatMap(metadata -> metadata.elements().stream())
        .anyMatch(LeanKotlin::saysFile);
  }

  private static boolean saysFile(AnnotationElement element) {
    return element.name().equalsString("k")
        && element.value() instanceof AnnotationValue.OfInt kind
        && FILES.contains(kind.intValue());
  }

  /** Kotlin's own classes are found among the files, Java's where this runs. */
  private static ClassFile writer(Map<String, byte[]> files) {
    ClassHierarchyResolver own =
        ClassHierarchyResolver.ofResourceParsing(
            type -> {
              String name = type.descriptorString();
              byte[] bytes = files.get(name.substring(1, name.length() - 1) + ".class");
              return bytes == null ? null : new ByteArrayInputStream(bytes);
            });
    return ClassFile.of(
        ConstantPoolSharingOption.NEW_POOL,
        DebugElementsOption.DROP_DEBUG,
        ClassHierarchyResolverOption.of(
            own.orElse(ClassHierarchyResolver.defaultResolver()).cached()));
  }

  /** Also without the note of the compiler's, which names them all. */
  private static byte[] without(Set<MethodModel> idle, ClassModel of, ClassFile writer) {
    ClassTransform leaveOut =
        (built, element) -> {
          boolean isIdle = element instanceof MethodModel method && idle.contains(method);
          if (!isIdle && !(element instanceof RuntimeVisibleAnnotationsAttribute)) {
            built.with(element);
          }
        };
    return writer.transformClass(
        of, leaveOut.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }

  private static Map<String, byte[]> unpacked(Path jar) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        try (InputStream bytes = zip.getInputStream(entry)) {
          files.put(entry.getName(), bytes.readAllBytes());
        }
      }
    }
    return files;
  }

  private static byte[] packed(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return jar.toByteArray();
  }

  /** The same is not written again: the class archive is made anew where a jar is newer. */
  private static void write(byte[] jar, Path to) throws IOException {
    if (!Files.exists(to) || !Arrays.equals(Files.readAllBytes(to), jar)) {
      Files.write(to, jar);
    }
  }
}
