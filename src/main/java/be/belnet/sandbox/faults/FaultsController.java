package be.belnet.sandbox.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/faults}: the switches for tests. A field nobody knows is refused: misspelt, it would be missed. */
@RestController
class FaultsController {

    private final Faults faults;
    private final ObjectReader reader;

    FaultsController(Faults faults, ObjectMapper json) {
        this.faults = faults;
        this.reader = json.readerFor(FaultRequest.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @GetMapping("/api/faults")
    List<FaultSwitch> all() {
        return faults.all();
    }

    /** Answers with the switch as it is now, the usual filled in. */
    @PutMapping("/api/faults/{partner}")
    FaultSwitch switchOn(@PathVariable String partner, @RequestBody(required = false) String body) {
        return faults.switchOn(partner, read(body));
    }

    @DeleteMapping("/api/faults/{partner}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchOff(@PathVariable String partner) {
        faults.switchOff(partner);
    }

    private FaultRequest read(String body) {
        try {
            return Optional.ofNullable(reader.<FaultRequest>readValue(body == null ? "" : body))
                    .orElseThrow(FaultsController::nothingAsked);
        } catch (UnrecognizedPropertyException unknown) {
            throw FaultCheck.bad(unknown.getPropertyName() + ": there is no such field");
        } catch (JsonMappingException misfit) {
            throw misfit.getPath().isEmpty()
                    ? nothingAsked()
                    : FaultCheck.bad(field(misfit) + ": not a value for this");
        } catch (JsonProcessingException broken) {
            throw FaultCheck.bad("body: not JSON");
        }
    }

    private static ResponseStatusException nothingAsked() {
        return FaultCheck.bad("body: a JSON object with the fault is needed, as application/json");
    }

    private static String field(JsonMappingException misfit) {
        return misfit.getPath().get(0).getFieldName();
    }
}
