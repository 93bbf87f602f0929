package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.follow.ContactChange.Successor;
import be.belnet.orderdesk.follow.FollowLinks.Pass;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The customer's page. Whoever opens its link only looks, be it a person or what checks mails for harm; whatever changes
 * something is posted by a button.
 */
@Controller
@RequestMapping(FollowLinks.PATH)
class FollowPages {
    private static final List<String> LANGUAGES = List.of("nl", "fr", "de", "en");
    private static final Set<String> DONE = Set.of("scan", "annex", "contact");
    private static final Set<String> REFUSED = Set.of(
            "name",
            "email",
            "sameAddress",
            "phone",
            "language",
            "asked",
            "pace",
            "noScan",
            "noFile",
            "scan.empty",
            "scan.tooLarge",
            "scan.notPdf",
            "scan.damaged",
            "scan.tooComplex",
            "scan.encrypted",
            "scan.script",
            "scan.launch",
            "scan.embeddedFile");

    private final FollowLinks links;
    private final FollowSheets sheets;
    private final FollowMails mails;
    private final CustomersScans scans;
    private final ContactChanges changes;
    private final OrderDocuments documents;
    private final Belnet belnet;

    FollowPages(
            FollowLinks links,
            FollowSheets sheets,
            FollowMails mails,
            CustomersScans scans,
            ContactChanges changes,
            OrderDocuments documents,
            Belnet belnet) {
        this.links = links;
        this.sheets = sheets;
        this.mails = mails;
        this.scans = scans;
        this.changes = changes;
        this.documents = documents;
        this.belnet = belnet;
    }

    /**
     * @param done what the act before came to; may be empty
     * @param refused why the act before was refused; may be empty
     */
    @GetMapping("{token}")
    ModelAndView page(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String refused,
            HttpServletRequest request) {
        Pass pass = pass(token);
        Locale language = speak(lang, pass.reader().language(), request);
        return frame("follow/follow", FollowLinks.PATH + token, lang, HttpStatus.OK)
                .addObject("sheet", sheets.of(pass, language))
                .addObject("reader", pass.reader())
                .addObject("done", DONE.contains(done) ? done : null)
                .addObject("refused", REFUSED.contains(refused) ? refused : null);
    }

    @GetMapping("{token}/documents/{id:\\d{1,18}}")
    ResponseEntity<byte[]> document(@PathVariable String token, @PathVariable long id) {
        Document document = sheets.document(pass(token), id).orElseThrow(NoSuchLinkException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(documents.content(document));
    }

    @PostMapping("{token}/scan")
    ModelAndView upload(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(required = false) MultipartFile scan) {
        Pass pass = pass(token);
        return act(token, lang, () -> {
            if (!pass.reader().readsContracts()) {
                throw new FollowRefusedException("noScan");
            }
            return scans.add(pass.order(), bytes(scan)) == ScanKind.SIGNED_ANNEX ? "annex" : "scan";
        });
    }

    @PostMapping("{token}/contact")
    ModelAndView change(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String language) {
        Pass pass = pass(token);
        return act(token, lang, () -> {
            changes.ask(pass.order(), pass.reader(), new Successor(name, email, phone, language));
            return "contact";
        });
    }

    /** Mails a new link, for the one at hand that has expired. */
    @PostMapping("{token}/link")
    ModelAndView sendLink(
            @PathVariable String token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        Pass pass = links.check(token).orElseThrow(NoSuchLinkException::new);
        try {
            mails.sendLink(pass.order(), pass.reader());
        } catch (DuplicateKeyException sentByAnother) {
            // it is on its way all the same
        }
        speak(lang, pass.reader().language(), request);
        return frame("follow/expired", FollowLinks.PATH + token, lang, HttpStatus.OK)
                .addObject("sent", true);
    }

    @GetMapping("contact/{token}")
    ModelAndView confirmation(
            @PathVariable String token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        ContactChange change = changes.get(change(token));
        speak(lang, changes.language(change), request);
        return frame("follow/contact", FollowLinks.PATH + "contact/" + token, lang, HttpStatus.OK)
                .addObject("change", change);
    }

    /** @param answer change or keep */
    @PostMapping("contact/{token}")
    ModelAndView confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String answer) {
        String number = change(token);
        String language = known(lang).orElse(changes.language(changes.get(number)));
        if (Set.of("change", "keep").contains(answer)) {
            changes.answer(number, answer.equals("change"));
        }
        return new ModelAndView("redirect:" + FollowLinks.PATH + "contact/" + token).addObject("lang", language);
    }

    @ExceptionHandler
    ModelAndView gone(NoSuchLinkException gone) {
        return frame("follow/gone", null, "", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView expired(LinkExpiredException expired, HttpServletRequest request) {
        String lang = Optional.ofNullable(request.getParameter("lang")).orElse("");
        speak(lang, expired.language, request);
        return frame("follow/expired", FollowLinks.PATH + expired.token, lang, HttpStatus.GONE)
                .addObject("sent", false);
    }

    private static byte[] bytes(MultipartFile scan) {
        if (scan == null || scan.isEmpty()) {
            throw new FollowRefusedException("noFile");
        }
        CustomersScans.refuseTooLarge(scan.getSize());
        try {
            return scan.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException("An upload was lost on its way", lost);
        }
    }

    /** @param act does it and returns what it came to */
    private static ModelAndView act(String token, String lang, Supplier<String> act) {
        var page = new ModelAndView("redirect:" + FollowLinks.PATH + token);
        known(lang).ifPresent(language -> page.addObject("lang", language));
        try {
            page.addObject("done", act.get());
        } catch (FollowRefusedException refused) {
            page.addObject("refused", refused.code());
        } catch (DuplicateKeyException askedByAnother) {
            page.addObject("refused", "asked");
        }
        return page;
    }

    private Pass pass(String token) {
        Pass pass = links.check(token).orElseThrow(NoSuchLinkException::new);
        if (pass.expired()) {
            throw new LinkExpiredException(token, pass.reader().language());
        }
        return pass;
    }

    private String change(String token) {
        return links.checkConfirmation(token).orElseThrow(NoSuchLinkException::new);
    }

    /** In the language asked for, else in the contact's. */
    private static Locale speak(String asked, String otherwise, HttpServletRequest request) {
        Locale locale = Locale.forLanguageTag(known(asked).orElse(otherwise));
        request.setAttribute(Locale.class.getName(), locale);
        return locale;
    }

    private static Optional<String> known(String language) {
        return Optional.of(language).filter(LANGUAGES::contains);
    }

    private ModelAndView frame(String view, String path, String lang, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("path", path)
                .addObject("lang", known(lang).orElse(null))
                .addObject("languages", LANGUAGES)
                .addObject("belnet", belnet);
    }

    private static class NoSuchLinkException extends RuntimeException {}

    private static class LinkExpiredException extends RuntimeException {
        private final String token;
        private final String language;

        LinkExpiredException(String token, String language) {
            this.token = token;
            this.language = language;
        }
    }
}
