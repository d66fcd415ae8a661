package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What a server says about its refusal, made fit to print (OCI distribution spec, error codes). */
final class ServerText {

    private ServerText() {}

    /** Returns status and reason, e.g. {@code 403 DENIED: push is not allowed}; reads the body. */
    static String of(Answer answer) throws IOException {
        String reason = answer.isHtml() ? "an HTML page" : reason(answer.beginning());
        return answer.status() + (reason.isEmpty() ? "" : " " + reason);
    }

    private static String reason(byte[] body) {
        try {
            JsonObject json = Json.parse(body, "the answer");
            List<JsonObject> errors = json.objects("errors");
            return errors.isEmpty()
                    ? Shown.text(json.text("message")
                            .or(() -> json.text("details"))
                            .or(() -> json.text("error"))
                            .orElse(""))
                    : Shown.text(errors.stream().map(ServerText::error).collect(Collectors.joining("; ")));
        } catch (LayeredFailure e) {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            return text.startsWith("<") ? "an HTML page" : Shown.text(text);
        }
    }

    private static String error(JsonObject error) {
        String code = error.text("code").orElse("");
        String message = error.text("message").orElse("");
        return code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message;
    }
}
