package be.belnet.sandbox.dns;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/dns}: what customers publish, for tests. */
@RestController
@RequestMapping("/api/dns")
class DnsController {
    private final Zones zones;
    private final WebFiles files;

    DnsController(Zones zones, WebFiles files) {
        this.zones = zones;
        this.files = files;
    }

    @GetMapping("/zones")
    List<Zone> zones() {
        return zones.all();
    }

    @PutMapping("/zones/{name}")
    Zone behave(@PathVariable String name, @RequestBody Asked asked) {
        return zones.behave(name, Behaviour.of(asked.behaviour()));
    }

    /** Of one name, or of all. */
    @GetMapping("/records")
    List<Published> records(@RequestParam(required = false) String name) {
        return name == null ? zones.records() : zones.at(Zones.checkedName(name));
    }

    @PostMapping("/records")
    @ResponseStatus(HttpStatus.CREATED)
    Published add(@RequestBody Asked asked) {
        return zones.add(asked.name(), asked.type(), asked.ttl(), asked.value());
    }

    @DeleteMapping("/records/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        zones.remove(id);
    }

    @GetMapping("/files")
    List<WebFile> files() {
        return files.all();
    }

    @PutMapping("/files")
    WebFile put(@RequestBody AskedFile asked) {
        return files.put(asked.host(), asked.path(), asked.content(), asked.location());
    }

    @DeleteMapping("/files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFile(@PathVariable long id) {
        files.remove(id);
    }

    record Asked(String name, String type, Long ttl, String value, String behaviour) {}

    record AskedFile(String host, String path, String content, String location) {}
}
