(1..20).collect { String.format('m%02d', it) }.each { name ->
    def module = new File(basedir, name)
    def sources = new File(module, "src/main/java/com/example/$name")
    sources.mkdirs()
    new File(sources, 'Main.java').text = """\
        package com.example.$name;

        public class Main {
            public static void main(String[] arguments) {
                System.out.println("$name");
            }
        }
        """.stripIndent()
    new File(module, 'pom.xml').text = """\
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>com.example</groupId>
            <artifactId>twenty-modules</artifactId>
            <version>1.0.0</version>
          </parent>
          <artifactId>$name</artifactId>
        </project>
        """.stripIndent()
}
return true
