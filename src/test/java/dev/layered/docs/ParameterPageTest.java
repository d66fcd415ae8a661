package dev.layered.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The tables of parameters in the pages against the goals and their beans. */
final class ParameterPageTest {

    private static final String BEANS = "dev.layered.maven.parameters";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-zA-Z.\\[\\]]+)` \\| ");

    private static final Pattern FIELD = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\| ");

    @Test
    void tableWhenComparedWithGoalNamesEveryParameterAndNoOther() throws Exception {
        assertThat(ProjectFiles.groups(ROW, between("docs/build.md", "\n## Parameters", "\n## Base image")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(parametersOf("build"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "explain", "suggest", "archive", "verify", "inspect", "push", "prune"})
    void tableWhenGoalHasMoreThanBuildNamesTheRest(String goal) throws Exception {
        Set<String> build = parametersOf("build");
        Set<String> rest = parametersOf(goal);
        assertThat(rest).containsAll(build);
        rest.removeAll(build);
        String page = ProjectFiles.read("docs/" + goal + ".md");
        assertThat(ProjectFiles.groups(ROW, page.substring(page.indexOf("\n## Parameters"))))
                .containsExactlyInAnyOrderElementsOf(rest);
    }

    @Test
    void fieldsWhenComparedWithBeanAreThoseOfDepLayer() throws Exception {
        Set<String> fields = new TreeSet<>();
        for (String parameter : parametersOf("build")) {
            if (parameter.matches("depLayers\\[]\\.[a-zA-Z]+")) {
                fields.add(parameter.substring("depLayers[].".length()));
            }
        }
        assertThat(fields).contains("name", "includes", "platforms");
        assertThat(ProjectFiles.groups(FIELD, between("docs/layers.md", "\n### Fields", "\n### Patterns")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void pagesWhenComparedWithGoalsAreOneForEachThatWorks() throws Exception {
        List<String> goals = mojos().stream().map(mojo -> text(mojo, "goal")).toList();
        assertThat(goals).contains("build", "help");
        assertThat(goals)
                .filteredOn(goal -> !goal.equals("help"))
                .allSatisfy(goal ->
                        assertThat(ProjectFiles.read("docs/" + goal + ".md")).startsWith("# Goal `" + goal + "`\n"));
    }

    private static String between(String page, String from, String to) {
        String text = ProjectFiles.read(page);
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    /** Returns the paths of all parameters that users may set, as {@code plugin.xml} and the beans have them. */
    private static Set<String> parametersOf(String goal) throws Exception {
        Set<String> paths = new TreeSet<>();
        Element mojo = mojos().stream()
                .filter(candidate -> text(candidate, "goal").equals(goal))
                .findFirst()
                .orElseThrow();
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
            for (Class<?> declaring = bean; declaring != Object.class; declaring = declaring.getSuperclass()) {
                collectFields(path, declaring, paths);
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

    private static void collectFields(String path, Class<?> declaring, Set<String> paths) {
        for (Field field : declaring.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!field.isSynthetic() && !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
                collect(path + "." + field.getName(), field.getGenericType(), paths);
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

    /** Returns the goals' elements of the descriptor, which the build makes before the tests run. */
    private static List<Element> mojos() throws Exception {
        try (InputStream in = ParameterPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Document descriptor =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            NodeList found = descriptor.getElementsByTagName("mojo");
            List<Element> mojos = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                mojos.add((Element) found.item(i));
            }
            return mojos;
        }
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
