package be.belnet.orderdesk.order;

import be.belnet.orderdesk.order.PdfRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Tells whether a file from outside is a PDF that may be kept and passed on: readable, and doing nothing by itself. Looks
 * at every object of the file, shown or not, and never follows its structure further than the limits here.
 */
public final class PdfCheck {
    /** In bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ARCHIVE = {'P', 'K', 5, 6};
    private static final int WITHIN = 1024;
    private static final int MOST_PAGES = 500;
    private static final int MOST_OBJECTS = 200_000;
    private static final long WORKING_MEMORY = 64L * 1024 * 1024;

    private static final COSName LAUNCH = COSName.getPDFName("Launch");
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");
    private static final COSName FILE_ATTACHMENT = COSName.getPDFName("FileAttachment");
    private static final COSName XFA = COSName.getPDFName("XFA");

    private PdfCheck() {}

    /** @throws PdfRefusedException when it is not */
    public static void check(byte[] file) {
        require(file.length > 0, Reason.EMPTY);
        require(file.length <= LARGEST, Reason.TOO_LARGE);
        require(beginsAsPdf(file), Reason.NOT_PDF);
        require(endsAsPdf(file), Reason.DAMAGED);
        require(isNothingElse(file), Reason.NOT_PDF);
        PackedData.check(file);
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file), MemoryUsageSetting.setupMainMemoryOnly(WORKING_MEMORY).streamCache)) {
            require(!document.isEncrypted(), Reason.ENCRYPTED);
            checkObjects(document.getDocument());
            checkPages(document.getDocumentCatalog().getCOSObject());
        } catch (PdfRefusedException refused) {
            throw refused;
        } catch (InvalidPasswordException locked) {
            throw new PdfRefusedException(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException unreadable) {
            throw new PdfRefusedException(Reason.DAMAGED);
        } catch (StackOverflowError | OutOfMemoryError beyond) {
            // thrown by this one file alone: what it took is free again
            throw new PdfRefusedException(Reason.TOO_COMPLEX);
        }
    }

    private static boolean beginsAsPdf(byte[] file) {
        return holds(HEADER, file, 0, Math.min(file.length, WITHIN));
    }

    /** A file cut short would be mended from what is left of it. Some are filled up behind their end. */
    private static boolean endsAsPdf(byte[] file) {
        int end = file.length;
        while (end > 0 && (file[end - 1] == 0 || Character.isWhitespace(file[end - 1]))) {
            end--;
        }
        return holds(END, file, Math.max(0, end - WITHIN), end);
    }

    /** Something before its header makes it a page or a picture as well, an archive ends behind its end. */
    private static boolean isNothingElse(byte[] file) {
        int from = 0;
        while (!Arrays.equals(file, from, from + HEADER.length, HEADER, 0, HEADER.length)) {
            if (!isBlank(file[from++])) {
                return false;
            }
        }
        return !holds(ARCHIVE, file, Math.max(0, file.length - WITHIN), file.length);
    }

    /** Also of the mark that some editors put before a text. */
    private static boolean isBlank(byte one) {
        return one == 0
                || Character.isWhitespace(one)
                || one == (byte) 0xEF
                || one == (byte) 0xBB
                || one == (byte) 0xBF;
    }

    private static boolean holds(byte[] mark, byte[] file, int from, int to) {
        for (int at = from; at <= to - mark.length; at++) {
            if (Arrays.equals(file, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static void checkObjects(COSDocument document) {
        require(document.getXrefTable().size() <= MOST_OBJECTS, Reason.TOO_COMPLEX);
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(document.getTrailer());
        document.getXrefTable().keySet().forEach(key -> open.push(document.getObjectFromPool(key)));
        Set<COSBase> seen = identities();
        while (!open.isEmpty()) {
            COSBase found = resolved(open.pop());
            if (isContainer(found) && seen.add(found)) {
                require(seen.size() <= MOST_OBJECTS, Reason.TOO_COMPLEX);
                checkObject(found);
                parts(found).forEach(part -> push(part, open));
            }
        }
    }

    private static void checkObject(COSBase found) {
        if (found instanceof COSDictionary dictionary) {
            require(!hasScript(dictionary), Reason.SCRIPT);
            require(!LAUNCH.equals(dictionary.getDictionaryObject(COSName.S)), Reason.LAUNCH);
            require(!hasFile(dictionary), Reason.EMBEDDED_FILE);
        }
    }

    private static boolean hasScript(COSDictionary dictionary) {
        return COSName.JAVA_SCRIPT.equals(dictionary.getDictionaryObject(COSName.S))
                || dictionary.containsKey(COSName.JAVA_SCRIPT)
                || (dictionary.containsKey(COSName.S) && dictionary.containsKey(COSName.JS))
                || dictionary.containsKey(XFA);
    }

    private static boolean hasFile(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.EMBEDDED_FILES)
                || dictionary.containsKey(COSName.EF)
                || EMBEDDED_FILE.equals(dictionary.getDictionaryObject(COSName.TYPE))
                || FILE_ATTACHMENT.equals(dictionary.getDictionaryObject(COSName.SUBTYPE));
    }

    /** A node that is reached twice is a ring, or a tree that unfolds without end. */
    private static void checkPages(COSDictionary catalog) {
        Deque<COSBase> open = new ArrayDeque<>();
        push(catalog.getDictionaryObject(COSName.PAGES), open);
        Set<COSBase> seen = identities();
        int pages = 0;
        while (!open.isEmpty()) {
            COSBase node = resolved(open.pop());
            require(seen.add(node), Reason.TOO_COMPLEX);
            COSArray kids = node instanceof COSDictionary dictionary ? dictionary.getCOSArray(COSName.KIDS) : null;
            if (kids == null) {
                pages++;
            } else {
                require(seen.size() + open.size() + kids.size() <= MOST_OBJECTS, Reason.TOO_COMPLEX);
                kids.forEach(kid -> push(kid, open));
            }
            require(pages <= MOST_PAGES, Reason.TOO_COMPLEX);
        }
        require(pages > 0, Reason.DAMAGED);
    }

    private static COSBase resolved(COSBase found) {
        return found instanceof COSObject reference ? reference.getObject() : found;
    }

    private static boolean isContainer(COSBase found) {
        return found instanceof COSDictionary || found instanceof COSArray;
    }

    private static Collection<? extends COSBase> parts(COSBase container) {
        return container instanceof COSDictionary dictionary ? dictionary.getValues() : ((COSArray) container).toList();
    }

    private static void push(COSBase found, Deque<COSBase> open) {
        if (found != null) {
            open.push(found);
        }
    }

    private static Set<COSBase> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new PdfRefusedException(otherwise);
        }
    }
}
