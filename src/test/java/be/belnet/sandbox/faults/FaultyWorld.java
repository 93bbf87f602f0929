package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Call;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import java.net.http.HttpResponse;
import java.util.List;

/** A sandbox whose partners are made to fail, by JSON with single quotes for legibility. */
record FaultyWorld(SandboxRunner sandbox) {

    void on(String partner, String json) {
        var answer = put(partner, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    HttpResponse<String> put(String partner, String json) {
        return sandbox.put("/api/faults/" + partner, json.replace('\'', '"'));
    }

    String all() {
        return sandbox.get("/api/faults").body();
    }

    List<String> effects(String partner) {
        return sandbox.bean(Ledger.class).effects(partner, null).stream()
                .map(Effect::kind)
                .toList();
    }

    Call lastCall(String partner) {
        var calls = sandbox.bean(Ledger.class).calls(partner, null);
        return calls.get(calls.size() - 1);
    }
}
