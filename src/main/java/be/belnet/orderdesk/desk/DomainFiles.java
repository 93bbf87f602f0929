package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainFile;
import be.belnet.orderdesk.dcs.DomainList;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Reads files of domains for the form that a person fills in; nothing is kept here. */
@RestController
class DomainFiles {
    private final FormProblems problems;
    private final Wording wording;

    DomainFiles(FormProblems problems, Wording wording) {
        this.problems = problems;
        this.wording = wording;
    }

    /**
     * @param domains the lines that stood in the field and, below them, what the file has more
     * @param notes what to tell the person, a sentence each
     */
    record Filled(String domains, List<String> notes) {}

    /** @param problems a sentence each */
    record Refused(List<String> problems) {}

    /** @param known what stands in the field */
    @PostMapping("/desk/domain-file")
    Filled read(
            @RequestParam(defaultValue = "") String known,
            @RequestParam(required = false) MultipartFile file,
            Locale locale) {
        DomainFile.Content content = DomainFile.read(bytes(file));
        List<Domain> there = DomainList.read(known).domains();
        List<Domain> more = content.domains().stream()
                .filter(domain -> !there.contains(domain))
                .toList();
        String text = Stream.of(known.strip(), DomainList.write(more))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Filled(text, notes(content, more.size(), locale));
    }

    /** As JSON even to whoever asked for something else. */
    @ExceptionHandler
    ResponseEntity<Refused> refused(AnswersRefusedException refused) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Refused(
                        problems.of(refused).stream().map(Problem::message).toList()));
    }

    /** Larger than any upload may be. */
    @ExceptionHandler
    ResponseEntity<Refused> tooLarge(MaxUploadSizeExceededException large) {
        return refused(new AnswersRefusedException("file", "domainFile.refused.tooLarge"));
    }

    private List<String> notes(DomainFile.Content content, int added, Locale locale) {
        List<String> notes = new ArrayList<>();
        int known = content.domains().size() - added;
        notes.add(wording.value("domainFile.added", locale, added));
        if (known > 0) {
            notes.add(wording.value("domainFile.known", locale, known));
        }
        content.heading().ifPresent(line -> notes.add(wording.value("domainFile.heading", locale, line)));
        return notes;
    }

    private static byte[] bytes(MultipartFile file) {
        if (file == null) {
            throw new AnswersRefusedException("file", "form.error.required");
        }
        if (file.getSize() > DomainFile.LARGEST) {
            throw new AnswersRefusedException("file", "domainFile.refused.tooLarge");
        }
        try {
            return file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException("An upload was lost on its way", lost);
        }
    }
}
