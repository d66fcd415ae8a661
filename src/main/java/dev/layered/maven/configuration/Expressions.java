package dev.layered.maven.configuration;

import java.util.regex.Pattern;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;

/** Asks Maven for what <code>${...}</code> stands for, as far as a check needs it. */
final class Expressions {

    private static final Pattern WHOLE = Pattern.compile("\\$\\{[^{}]+}");

    private final ExpressionEvaluator evaluator;

    Expressions(ExpressionEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Returns an object of the run, for example <code>${project}</code>, or null where it is of another type. */
    <T> T object(String expression, Class<T> type) {
        Object value = evaluated(expression);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    /** Whether the text is one expression that stands for nothing, so that Maven would silently bind null. */
    boolean isUndefined(String text) {
        return isWhole(text) && evaluated(text) == null;
    }

    /** Whether the text is one expression that stands for an object, so that nothing can be said about its form. */
    boolean isObject(String text) {
        return isWhole(text) && !(evaluated(text) instanceof String);
    }

    /** Returns the text that one expression stands for; any other text is returned as it is. */
    String resolved(String text) {
        return isWhole(text) && evaluated(text) instanceof String resolved ? resolved : text;
    }

    private static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    private Object evaluated(String expression) {
        try {
            return evaluator.evaluate(expression);
        } catch (ExpressionEvaluationException e) {
            return expression; // binding will meet the same trouble and tell it better
        }
    }
}
