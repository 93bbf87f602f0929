package be.belnet.sandbox.published;

import be.belnet.sandbox.published.PublishedRecords.Kind;
import be.belnet.sandbox.published.RecordStore.Published;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/published}: publishes records and files, for tests. */
@RestController
class PublishedController {

    private final RecordStore store;

    PublishedController(RecordStore store) {
        this.store = store;
    }

    @GetMapping("/api/published")
    List<Published> all() {
        return store.all();
    }

    @PostMapping("/api/published")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(@RequestBody Published record) {
        if (record.kind() == null || isBlank(record.name()) || record.content() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "kind, name and content are needed");
        }
        store.publish(record.kind(), record.name(), record.content());
    }

    @DeleteMapping("/api/published")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@RequestParam Kind kind, @RequestParam String name) {
        store.withdraw(kind, name);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
