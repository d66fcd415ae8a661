/**
 * The nested elements of the pom's {@code <configuration>}, one bean per element.
 *
 * <p>A field is an element; its javadoc is what users read in the reference and in their IDE. Beans are filled by
 * Maven, so fields are not final, and what the pom leaves out may be null: the accessors never return null.
 */
package dev.layered.maven.parameters;
