package be.belnet.orderdesk.order;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDFormFieldAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** PDFs of one page each, as a scanner makes them and as attackers do. */
public final class SamplePdf {
    private SamplePdf() {}

    /** What a test does to a document of one page. */
    interface Change {
        void of(PDDocument document) throws IOException;
    }

    public static byte[] plain() {
        return with(document -> {});
    }

    public static byte[] titled(String title) {
        return with(document -> document.getDocumentInformation().setTitle(title));
    }

    public static byte[] withScriptAtOpening() {
        return with(
                document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('opened')")));
    }

    public static byte[] withScriptInNames() {
        return with(document -> {
            var scripts = new PDJavascriptNameTreeNode();
            scripts.setNames(Map.of("start", new PDActionJavaScript("app.alert('named')")));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setJavascript(scripts);
            document.getDocumentCatalog().setNames(names);
        });
    }

    public static byte[] withScriptOfThePage() {
        return with(document -> {
            var actions = new COSDictionary();
            actions.setItem(COSName.O, new PDActionJavaScript("app.alert('page')").getCOSObject());
            document.getPage(0).getCOSObject().setItem(COSName.AA, actions);
        });
    }

    public static byte[] withScriptOfAField() {
        return with(document -> {
            var field = new PDTextField(new PDAcroForm(document));
            var actions = new PDFormFieldAdditionalActions();
            actions.setK(new PDActionJavaScript("app.alert('typed')"));
            field.getCOSObject().setItem(COSName.AA, actions.getCOSObject());
            field.getAcroForm().setFields(List.of(field));
            document.getDocumentCatalog().setAcroForm(field.getAcroForm());
        });
    }

    public static byte[] withScriptOfAnAnnotation() {
        return with(document -> {
            var link = new PDAnnotationLink();
            link.setAction(new PDActionJavaScript("app.alert('clicked')"));
            document.getPage(0).setAnnotations(List.of(link));
        });
    }

    static byte[] withDynamicForm() {
        return with(document -> {
            var form = new COSDictionary();
            form.setItem(COSName.getPDFName("XFA"), new COSString("<xdp/>"));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        });
    }

    public static byte[] withLaunchAction() {
        return with(document -> {
            var link = new PDAnnotationLink();
            link.setAction(new PDActionLaunch());
            document.getPage(0).setAnnotations(List.of(link));
        });
    }

    public static byte[] withEmbeddedFile() {
        return with(document -> {
            var content = new PDEmbeddedFile(document);
            try (var out = content.createOutputStream()) {
                out.write("MZ".getBytes(StandardCharsets.US_ASCII));
            }
            content.setCreationDate(Calendar.getInstance());
            var file = new PDComplexFileSpecification();
            file.setFile("tool.exe");
            file.setEmbeddedFile(content);
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("tool.exe", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        });
    }

    /** @param password empty where everybody may open the file and only rights are restricted */
    public static byte[] encrypted(String password) {
        return with(document -> {
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    /** Each level shows the level below ten times: six levels make a million pages out of seven objects. */
    static byte[] withPagesThatUnfold() {
        return with(document -> {
            COSDictionary below = document.getPage(0).getCOSObject();
            for (int level = 0; level < 6; level++) {
                below = pages(Collections.nCopies(10, below));
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, below);
        });
    }

    static byte[] withPagesInARing() {
        return with(document -> {
            COSDictionary pages = document.getDocumentCatalog().getPages().getCOSObject();
            pages.getCOSArray(COSName.KIDS).add(new COSObject(pages));
        });
    }

    static byte[] withPages(int count) {
        return with(document -> IntStream.range(1, count).forEach(more -> document.addPage(new PDPage())));
    }

    static byte[] withoutPages() {
        return with(document -> document.removePage(0));
    }

    /** Some kilobytes of zeros packed so that a reader would need 64 MiB for them. */
    static byte[] withDataThatUnfold() {
        return with(document -> {
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                for (int mib = 0; mib < 64; mib++) {
                    out.write(new byte[1024 * 1024]);
                }
            }
            document.getPage(0).setContents(stream);
        });
    }

    static byte[] with(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.of(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static COSDictionary pages(List<COSDictionary> kids) {
        var array = new COSArray();
        kids.forEach(array::add);
        var pages = new COSDictionary();
        pages.setItem(COSName.TYPE, COSName.PAGES);
        pages.setItem(COSName.KIDS, array);
        pages.setInt(COSName.COUNT, 1);
        return pages;
    }
}
