package dev.slipway.usage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads what a class file names: fields, methods, and texts wherever one can stand. */
final class ClassEyes extends ClassVisitor {

  private final List<SeenClass.Method> methods = new ArrayList<>();
  private final SeenClass.Method outside = SeenClass.Method.of("");

  private ClassEyes() {
    super(Opcodes.ASM9);
    methods.add(outside);
  }

  static SeenClass read(byte[] bytes) {
    var reader = new ClassReader(bytes);
    var eyes = new ClassEyes();
    reader.accept(eyes, ClassReader.SKIP_FRAMES);
    return new SeenClass(reader.getClassName().replace('/', '.'), List.copyOf(eyes.methods));
  }

  @Override
  public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
    return new Annotation(outside);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String type, @Nullable String signature, @Nullable Object constant) {
    text(outside, constant, null);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean isVisible) {
        return new Annotation(outside);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    var method = SeenClass.Method.of(name);
    methods.add(method);
    return new Body(method);
  }

  private static void text(
      SeenClass.Method method, @Nullable Object constant, @Nullable Integer line) {
    if (constant instanceof String value) {
      method.texts().add(new SeenClass.Text(value, line));
    } else if (constant instanceof ConstantDynamic dynamic) {
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        text(method, dynamic.getBootstrapMethodArgument(i), line);
      }
    }
  }

  /** The statements of a method. */
  private static final class Body extends MethodVisitor {

    private final SeenClass.Method method;
    private @Nullable Integer line;

    Body(SeenClass.Method method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
      return new Annotation(method);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
        Type type = Type.getType(descriptor);
        method
            .fields()
            .add(
                new SeenClass.Field(
                    owner.replace('/', '.'),
                    name,
                    type.getSort() == Type.OBJECT ? type.getClassName() : "",
                    line));
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      method.calls().add(new SeenClass.Call(owner.replace('/', '.'), name, descriptor));
    }

    @Override
    public void visitLdcInsn(Object value) {
      text(method, value, line);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        text(method, argument, line);
        if (argument instanceof Handle handle) {
          method
              .calls()
              .add(
                  new SeenClass.Call(
                      handle.getOwner().replace('/', '.'), handle.getName(), handle.getDesc()));
        }
      }
    }
  }

  /** The texts of an annotation and of those within it. */
  private static final class Annotation extends AnnotationVisitor {

    private final SeenClass.Method method;

    Annotation(SeenClass.Method method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
      text(method, value, null);
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String type) {
      return this;
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
      return this;
    }
  }
}
