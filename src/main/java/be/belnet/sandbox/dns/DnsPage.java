package be.belnet.sandbox.dns;

import be.belnet.sandbox.page.OwnPage;
import be.belnet.sandbox.page.WorldPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The customers' side of a domain validation: records and files that they publish, and how well their DNS works. */
@Controller
@WorldPage
class DnsPage {
    static final String PATH = "/dns";

    private static final String BACK = "redirect:" + PATH;

    private final Zones zones;
    private final WebFiles files;

    DnsPage(Zones zones, WebFiles files) {
        this.zones = zones;
        this.files = files;
    }

    @GetMapping(PATH)
    String dns(Model model) {
        model.addAttribute("zones", zones.all());
        model.addAttribute("behaviours", Behaviour.values());
        model.addAttribute("records", zones.records());
        model.addAttribute("files", files.all());
        return "dns";
    }

    @PostMapping(PATH + "/records")
    String add(
            @RequestParam String name,
            @RequestParam String type,
            @RequestParam(defaultValue = "") String ttl,
            @RequestParam String value,
            HttpServletRequest request) {
        OwnPage.require(request);
        zones.add(name, type, seconds(ttl), value);
        return BACK + "#records";
    }

    @PostMapping(PATH + "/records/remove")
    String remove(@RequestParam long id, HttpServletRequest request) {
        OwnPage.require(request);
        zones.remove(id);
        return BACK + "#records";
    }

    @PostMapping(PATH + "/zones")
    String behave(@RequestParam String name, @RequestParam String behaviour, HttpServletRequest request) {
        OwnPage.require(request);
        zones.behave(name, Behaviour.of(behaviour));
        return BACK;
    }

    @PostMapping(PATH + "/files")
    String put(
            @RequestParam String host,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String location,
            HttpServletRequest request) {
        OwnPage.require(request);
        files.put(host, path, content, location);
        return BACK + "#files";
    }

    @PostMapping(PATH + "/files/remove")
    String removeFile(@RequestParam long id, HttpServletRequest request) {
        OwnPage.require(request);
        files.remove(id);
        return BACK + "#files";
    }

    private static Long seconds(String ttl) {
        if (ttl.isBlank()) {
            return null;
        }
        if (!ttl.strip().matches("\\d{1,10}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "ttl: a number of seconds");
        }
        return Long.valueOf(ttl.strip());
    }
}
