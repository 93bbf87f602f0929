package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.fuzz.Parser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What reads answers to forms. */
public final class FormParsers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormParsers() {}

    public static List<Parser> all() {
        List<FormSchema> forms = forms();
        var parser = Parser.of("answers to forms", input -> read(forms, input))
                .weighing(15)
                .refusingBy(
                        AnswersRefusedException.class, JsonProcessingException.class, CharConversionException.class);
        for (int form = 0; form < forms.size(); form++) {
            parser = parser.like(sample(form, forms.get(form)));
        }
        return List.of(parser);
    }

    /** The first byte tells which form. */
    private static void read(List<FormSchema> forms, byte[] input) throws IOException {
        if (input.length > 0) {
            Map<String, Object> given =
                    JSON.readValue(Arrays.copyOfRange(input, 1, input.length), new TypeReference<>() {});
            if (given != null) {
                forms.get((input[0] & 0xFF) % forms.size()).read(given, Map.of());
            }
        }
    }

    private static byte[] sample(int form, FormSchema schema) {
        Map<String, Object> answers = new LinkedHashMap<>();
        schema.fields().keySet().forEach(key -> answers.put(key, value(key, answers.size())));
        try {
            byte[] json = JSON.writeValueAsBytes(answers);
            byte[] sample = new byte[json.length + 1];
            sample[0] = (byte) form;
            System.arraycopy(json, 0, sample, 1, json.length);
            return sample;
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Object value(String key, int index) {
        if (key.endsWith("On") || key.endsWith("At")) {
            return "2026-11-27";
        }
        return List.of("a@b.example", 5, true, List.of("a"), "nl", "5").get(index % 6);
    }

    private static List<FormSchema> forms() {
        List<FormSchema> forms = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/forms/*.form")) {
                String text = file.getContentAsString(StandardCharsets.UTF_8);
                forms.add(new FormSchema(JSON.readTree(text)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return forms;
    }
}
