import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
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
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Kotlin's standard library without the functions that nobody calls: {@code LeanKotlin CLASSPATH
 * FOLDER} finds it on the class path of the agent and writes it to the folder. Javalin calls few,
 * but Kotlin keeps those of one subject in one class, 1,668 about arrays alone, and the JVM keeps
 * whole classes. See docs/decisions/023-a-lean-kotlin.md.
 *
 * <p>Only functions outside of classes are looked at, which are called by their name or not at all.
 * One stays if anything else on the class path, or what stays of Kotlin, names a method of that
 * name and those types, of whatever class. From the same jars comes the same one.
 */
final class LeanKotlin {
  private static final String NOTICE = "META-INF/CHANGED.txt";
  private static final String CHANGED =
      """
      Functions that nothing of Pumphouse calls were left out of this copy; classes that had any of
      them are also without Kotlin's metadata and the names of variables.
      """;
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** {@code k} of Kotlin's metadata: functions of one file, of several, a part of the latter. */
  private static final Set<Integer> FILES = Set.of(2, 4, 5);

  /** A method as those who call it name it. */
  private record Name(String name, String types) {
    static Name of(MethodModel method) {
      return new Name(method.methodName().stringValue(), method.methodType().stringValue());
    }
  }

  private LeanKotlin() {}

  public static void main(String[] typed) throws IOException {
    List<Path> classPath =
        Stream.of(typed[0].split(File.pathSeparator)).map(Path::of).filter(Files::exists).toList();
    Path library =
        classPath.stream()
            .filter(LeanKotlin::isKotlin)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no Kotlin in " + typed[0]));
    List<Path> others = classPath.stream().filter(each -> !isKotlin(each)).toList();
    Map<String, byte[]> files = filesIn(library);
    Map<String, ClassModel> classes = classes(files);
    Set<Name> wanted = wanted(classes, namedBy(others));
    ClassFile writer = writer(files);
    classes.forEach(
        (name, each) -> {
          Set<MethodModel> idle = new HashSet<>(functions(each));
          idle.removeIf(function -> wanted.contains(Name.of(function)));
          if (!idle.isEmpty()) {
            files.put(name, without(idle, each, writer));
          }
        });
    files.put(NOTICE, CHANGED.getBytes(StandardCharsets.UTF_8));
    write(packed(files), Path.of(typed[1]).resolve(library.getFileName()));
  }

  private static boolean isKotlin(Path jar) {
    return jar.getFileName().toString().startsWith("kotlin-stdlib-");
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

  /** The methods that any class in these jars and folders names, of whatever class. */
  private static Set<Name> namedBy(List<Path> others) throws IOException {
    Set<Name> named = new HashSet<>();
    for (Path other : others) {
      for (ClassModel each : classes(filesIn(other)).values()) {
        for (PoolEntry entry : each.constantPool()) {
          if (entry instanceof MemberRefEntry member) {
            named.add(new Name(member.name().stringValue(), member.type().stringValue()));
          }
        }
      }
    }
    return named;
  }

  /** What is named from outside, by all that is no function, or by a function that is wanted. */
  private static Set<Name> wanted(Map<String, ClassModel> classes, Set<Name> fromOutside) {
    Map<Name, Set<Name>> byFunctions = new HashMap<>();
    Set<Name> wanted = new HashSet<>(fromOutside);
    for (ClassModel each : classes.values()) {
      Set<MethodModel> functions = new HashSet<>(functions(each));
      for (MethodModel method : each.methods()) {
        if (functions.contains(method)) {
          byFunctions.computeIfAbsent(Name.of(method), _ -> new HashSet<>()).addAll(named(method));
        } else {
          wanted.addAll(named(method));
        }
      }
    }
    Deque<Name> toFollow = new ArrayDeque<>(wanted);
    while (!toFollow.isEmpty()) {
      for (Name further : byFunctions.getOrDefault(toFollow.pop(), Set.of())) {
        if (wanted.add(further)) {
          toFollow.push(further);
        }
      }
    }
    return wanted;
  }

  private static Set<Name> named(MethodModel method) {
    Set<Name> named = new HashSet<>();
    for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
      if (element instanceof InvokeInstruction call) {
        named.add(new Name(call.name().stringValue(), call.type().stringValue()));
      } else if (element instanceof InvokeDynamicInstruction closure) {
        for (ConstantDesc part : closure.bootstrapArgs()) {
          if (part instanceof DirectMethodHandleDesc body) {
            named.add(new Name(body.methodName(), body.lookupDescriptor()));
          }
        }
      }
    }
    return named;
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

  private static Map<String, byte[]> filesIn(Path jarOrFolder) throws IOException {
    if (Files.isDirectory(jarOrFolder)) {
      return filesUnder(jarOrFolder);
    }
    try (FileSystem jar = FileSystems.newFileSystem(jarOrFolder)) {
      return filesUnder(jar.getPath("/"));
    }
  }

  private static Map<String, byte[]> filesUnder(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
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

  /** At once, for it may be in use; the same not again, for what is newer is archived anew. */
  private static void write(byte[] jar, Path to) throws IOException {
    if (!Files.exists(to) || !Arrays.equals(Files.readAllBytes(to), jar)) {
      Path folder = Files.createDirectories(to.getParent());
      Path part = Files.write(folder.resolve(to.getFileName() + ".part"), jar);
      Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
