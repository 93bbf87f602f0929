package be.belnet.orderdesk.customer;

import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

@Controller
class CustomerPages {
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final CustomerRegister register;
    private final CustomerImport customerImport;
    private final ImportLog log;

    CustomerPages(CustomerRegister register, CustomerImport customerImport, ImportLog log) {
        this.register = register;
        this.customerImport = customerImport;
        this.log = log;
    }

    @ModelAttribute("area")
    String area() {
        return "customers";
    }

    /** Whether to show the way to the import; the import itself is guarded on its own. */
    @ModelAttribute("mayImport")
    boolean mayImport(Authentication signedIn) {
        return signedIn != null
                && signedIn.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals("GROUP_managers")
                                || authority.getAuthority().equals("GROUP_camunda-admin"));
    }

    /** Whether to show the way to merging, which is guarded on its own too. */
    @ModelAttribute("mayMerge")
    boolean mayMerge(Authentication signedIn) {
        return signedIn != null
                && signedIn.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals("GROUP_managers")
                                || authority.getAuthority().equals("GROUP_customerRelations"));
    }

    @GetMapping("/customers")
    String list(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", register.list(q, page));
        return "customers/list";
    }

    @GetMapping("/customers/{acronym}")
    String customer(@PathVariable("acronym") String acronym, Model model) {
        Organisation organisation =
                register.find(acronym).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("customer", organisation);
        model.addAttribute("formerAcronyms", register.formerAcronyms(organisation.acronym()));
        model.addAttribute("contacts", register.contacts(organisation.acronym()));
        return "customers/customer";
    }

    @GetMapping("/customers/import")
    String importPage(Model model) {
        model.addAttribute("imports", log.latest());
        return "customers/import";
    }

    @PostMapping("/customers/import")
    String startImport(
            @RequestParam("organisations") MultipartFile organisations,
            @RequestParam("contacts") MultipartFile contacts,
            Principal signedIn,
            Model model)
            throws IOException {
        if (organisations.isEmpty() && contacts.isEmpty()) {
            return again(model, "customer.import.noFile");
        }
        try {
            long id = customerImport.start(organisations.getBytes(), contacts.getBytes(), signedIn.getName());
            return "redirect:/customers/import/" + id;
        } catch (ImportRunningException another) {
            return again(model, "customer.import.another");
        }
    }

    @GetMapping("/customers/import/{id}")
    String report(@PathVariable("id") long id, Model model) {
        ImportReport report = log.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("report", report);
        if (report.isRunning()) {
            model.addAttribute("refreshSeconds", SECONDS_BETWEEN_LOOKS);
        }
        return "customers/report";
    }

    private String again(Model model, String problem) {
        model.addAttribute("problem", problem);
        return importPage(model);
    }
}
