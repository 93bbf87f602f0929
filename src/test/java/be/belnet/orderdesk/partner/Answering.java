package be.belnet.orderdesk.partner;

import be.belnet.orderdesk.fuzz.Parser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

/**
 * A partner that answers with random bytes. An input begins with the number of the call to make; its answers follow, each
 * behind a sign for its status, with a header where one is needed. The last answer comes again and again, so often that
 * whoever goes on asking is found out.
 */
public final class Answering {
    private static final int ENOUGH = 300;
    private static final byte NEXT = 0x1E;
    private static final char HEADER = '\u001f';
    private static final String SIGNS = "abcdefghijk";
    private static final List<Integer> STATUSES = List.of(200, 201, 204, 302, 400, 401, 403, 404, 409, 500, 503);
    private static final List<String> HEADERS =
            List.of(HttpHeaders.LOCATION, "X-Subject-Token", HttpHeaders.SET_COOKIE, HttpHeaders.RETRY_AFTER);

    private final String partner;
    private final List<Known> known = new ArrayList<>();
    private final PartnerClient client;
    private Iterator<byte[]> answers;
    private byte[] last;
    private int asked;

    private record Known(String path, String answer) {}

    public Answering(String partner) {
        this.partner = partner;
        this.client = new PartnerClient(partner, 256 * 1024, (address, method) -> {
            var request = new MockClientHttpRequest(method, address);
            request.setResponse(answer(address.getPath()));
            return request;
        });
    }

    /** Calls to this path are answered as they should be. */
    public Answering knowing(String path, String answer) {
        known.add(new Known(path, answer));
        return this;
    }

    /**
     * @param adapter of this partner, made anew for each input
     * @param calls of which each input makes one
     * @param samples answers as they should be
     */
    @SafeVarargs
    public final <T> Parser parser(
            String name, Function<PartnerClient, T> adapter, List<String> samples, Consumer<T>... calls) {
        var parser = Parser.of(name, input -> read(input, adapter, calls))
                .weighing(3)
                .refusingBy(PartnerException.class);
        for (byte call = 0; call < calls.length; call++) {
            byte number = call;
            parser = parser.like(
                    samples.stream().map(text -> sample(number, text)).toArray(byte[][]::new));
        }
        return parser;
    }

    /** Several answers in one sample. */
    public static String answers(String... texts) {
        return String.join(String.valueOf((char) NEXT), texts);
    }

    /** An answer with another status or a header. */
    public static String answer(int status, String header, String text) {
        char sign = SIGNS.charAt(STATUSES.indexOf(status));
        return sign + (header == null ? "" : header + HEADER) + text;
    }

    private <T> void read(byte[] input, Function<PartnerClient, T> adapter, Consumer<T>[] calls) {
        if (input.length == 0) {
            return;
        }
        last = new byte[0];
        asked = 0;
        answers = split(Arrays.copyOfRange(input, 1, input.length)).iterator();
        try {
            calls[(input[0] & 0xFF) % calls.length].accept(adapter.apply(client));
        } catch (RuntimeException failed) {
            throw PartnerCalls.told(partner, failed);
        }
    }

    private ClientHttpResponse answer(String path) throws IOException {
        for (Known one : known) {
            if (path.endsWith(one.path())) {
                return response(one.answer().getBytes(StandardCharsets.UTF_8));
            }
        }
        if (++asked > ENOUGH) {
            throw new AssertionError("Asks again and again");
        }
        last = answers.hasNext() ? answers.next() : last;
        return response(last);
    }

    private static ClientHttpResponse response(byte[] answer) {
        int sign = answer.length == 0 ? -1 : SIGNS.indexOf(answer[0]);
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int header = text.indexOf(HEADER);
        var response = new MockClientHttpResponse(
                text.substring(Math.max(header + 1, sign < 0 ? 0 : 1)).getBytes(StandardCharsets.ISO_8859_1),
                STATUSES.get(Math.max(0, sign)));
        if (header > 0) {
            String value = text.substring(sign < 0 ? 0 : 1, header).replaceAll("[^\\x20-\\x7e]", "");
            HEADERS.forEach(name -> response.getHeaders().set(name, value));
        }
        return response;
    }

    private static List<byte[]> split(byte[] input) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < input.length; at++) {
            if (input[at] == NEXT) {
                parts.add(Arrays.copyOfRange(input, from, at));
                from = at + 1;
            }
        }
        parts.add(Arrays.copyOfRange(input, from, input.length));
        return parts;
    }

    private static byte[] sample(byte call, String text) {
        var sample = new ByteArrayOutputStream();
        sample.write(call);
        sample.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return sample.toByteArray();
    }

    /** A gate through which everything goes at once. */
    public static PartnerGate openGate(String partner) {
        var limits = new PartnerGate.Limits(100, 1000, 10, Duration.ofSeconds(1), Duration.ofMinutes(2));
        return new PartnerGate(
                new GateRows(null) {
                    @Override
                    boolean enter(String gate, String pass, PartnerGate.Limits allowed) {
                        return true;
                    }

                    @Override
                    void leave(String gate, String pass, boolean failed) {
                        // nobody waits
                    }
                },
                partner,
                limits);
    }

    /** Changes for which nobody else is kept away. */
    public static PartnerLeases noLeases() {
        return new PartnerLeases(null, Duration.ofMinutes(5)) {
            @Override
            public <T> T holding(String partner, String thing, Supplier<T> change) {
                return change.get();
            }
        };
    }
}
