package be.belnet.sandbox.dns;

import be.belnet.sandbox.page.WorldSection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files on the page of the world. */
@Component
class FilesSection implements WorldSection {
    private final WebFiles files;

    FilesSection(WebFiles files) {
        this.files = files;
    }

    @Override
    public String title() {
        return "Files on customers’ web sites";
    }

    @Override
    public int position() {
        return 510;
    }

    @Override
    public String page() {
        return DnsPage.PATH + "#files";
    }

    @Override
    public List<String> columns() {
        return List.of("Host", "Path", "Content");
    }

    @Override
    public List<List<String>> rows() {
        return files.all().stream()
                .map(file -> List.of(
                        file.host(),
                        file.path(),
                        file.location() == null ? file.content() : "redirects to " + file.location()))
                .toList();
    }
}
