package dev.layered.maven.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean whose list is not replaced by its property: the property picks items of the pom by their {@code name}, and
 * the others get {@code <skip>true</skip>}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PickedByName {}
