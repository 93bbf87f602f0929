package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.contract.Scans;
import be.belnet.orderdesk.contract.TaskScans;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.PdfCheck;
import be.belnet.orderdesk.order.PdfRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.TaskAccess.Accessible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/** Takes scans that pages and API send, and says which field is wrong where one is refused. */
@Component
class ScanUploads {
    static final String TOO_LARGE = "scan.refused." + PdfRefusedException.Reason.TOO_LARGE.code();

    private final Scans scans;
    private final TaskScans taskScans;

    ScanUploads(Scans scans, TaskScans taskScans) {
        this.scans = scans;
        this.taskScans = taskScans;
    }

    /**
     * @param kind code of a {@link ScanKind}; may be null
     * @param file its name and type are the sender's word and count for nothing; may be null
     * @throws AnswersRefusedException when one is missing or not fit to be kept
     */
    Document add(String orderNumber, String kind, MultipartFile file) {
        ScanKind known = kind(kind);
        byte[] scan = bytes(file);
        return taken(() -> scans.add(orderNumber, known, scan));
    }

    /**
     * Puts a scan beside a task's form.
     *
     * @return false when the task is over
     * @throws AnswersRefusedException when it is missing or not fit to be kept
     */
    boolean put(Accessible task, ScanKind kind, MultipartFile file, String user) {
        byte[] scan = bytes(file);
        return taken(() -> taskScans.put(task.id(), task.order(), kind, scan, user));
    }

    private static <T> T taken(Supplier<T> taking) {
        try {
            return taking.get();
        } catch (PdfRefusedException refused) {
            throw new AnswersRefusedException(
                    "file", "scan.refused." + refused.reason().code());
        }
    }

    private static ScanKind kind(String kind) {
        if (kind == null || kind.isBlank()) {
            throw new AnswersRefusedException("kind", "form.error.required");
        }
        return ScanKind.of(kind).orElseThrow(() -> new AnswersRefusedException("kind", "form.error.notAnOption"));
    }

    private static byte[] bytes(MultipartFile file) {
        if (file == null || isNotChosen(file)) {
            throw new AnswersRefusedException("file", "form.error.required");
        }
        if (file.getSize() > PdfCheck.LARGEST) {
            throw new AnswersRefusedException("file", TOO_LARGE);
        }
        try {
            return file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException("An upload was lost on its way", lost);
        }
    }

    /** A browser sends a form without its file as an empty one without a name. */
    private static boolean isNotChosen(MultipartFile file) {
        return file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename());
    }
}
