package dev.layered.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The table of parameters in {@code docs/build.md} against the goal and its beans. */
final class ParameterPageTest {

    private static final String BEANS = "dev.layered.maven.parameters";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-zA-Z.\\[\\]]+)` \\| ");

    @Test
    void tableWhenComparedWithGoalNamesEveryParameterAndNoOther() throws Exception {
        String page = ProjectFiles.read("docs/build.md");
        String table = page.substring(page.indexOf("\n## Parameters"), page.indexOf("\n## Base image"));
        assertThat(ProjectFiles.groups(ROW, table))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(parametersOfBuild());
    }

    /** Returns the paths of all parameters that users may set, as {@code plugin.xml} and the beans have them. */
    private static Set<String> parametersOfBuild() throws Exception {
        Set<String> paths = new TreeSet<>();
        Element mojo = mojo("build");
        Class<?> type = Class.forName(text(mojo, "implementation"));
        NodeList parameters =
                ((Element) mojo.getElementsByTagName("parameters").item(0)).getElementsByTagName("parameter");
        for (int i = 0; i < parameters.getLength(); i++) {
            Element parameter = (Element) parameters.item(i);
            if (Boolean.parseBoolean(text(parameter, "editable"))) {
                String name = text(parameter, "name");
                collect(name, field(type, name).getGenericType(), paths);
            }
        }
        return paths;
    }

    private static void collect(String path, Type type, Set<String> paths) {
        if (type instanceof Class<?> bean && bean.getName().startsWith(BEANS)) {
            for (Field field : bean.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!field.isSynthetic() && !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
                    collect(path + "." + field.getName(), field.getGenericType(), paths);
                }
            }
            return;
        }
        paths.add(path);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type item = list.getActualTypeArguments()[0];
            if (item.getTypeName().startsWith(BEANS)) {
                collect(path + "[]", item, paths);
            }
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            if (type.getSuperclass() == null) {
                throw e;
            }
            return field(type.getSuperclass(), name);
        }
    }

    /** Returns the goal's element of the descriptor, which the build makes before the tests run. */
    private static Element mojo(String goal) throws Exception {
        try (InputStream in = ParameterPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Document descriptor =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            NodeList mojos = descriptor.getElementsByTagName("mojo");
            for (int i = 0; i < mojos.getLength(); i++) {
                if (text((Element) mojos.item(i), "goal").equals(goal)) {
                    return (Element) mojos.item(i);
                }
            }
        }
        throw new AssertionError("plugin.xml has no goal " + goal);
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
