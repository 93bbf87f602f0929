package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.faults.LookUps;
import be.belnet.sandbox.fortinet.FortiCareProducts.Asset;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registration of products and licences: fortinet.md, section 4. Answers repeat the access token, as the real ones. */
@RestController
@RequestMapping("/forticare/ES/api/registration/v3")
class FortiCareController extends FortinetController {

    private final FortiCareProducts products;
    private final FortiCareFolders folders;
    private final LookUps lookUps;

    FortiCareController(
            FortiCloudTokens tokens,
            Gate fortiCareGate,
            FortiCareProducts products,
            FortiCareFolders folders,
            LookUps lookUps) {
        super(tokens, "assetmanagement", fortiCareGate);
        this.products = products;
        this.folders = folders;
        this.lookUps = lookUps;
    }

    @Override
    Map<String, Object> head(String accessToken) {
        return Map.of("build", "1.0.0", "version", "3.0", "token", accessToken);
    }

    @PostMapping("/licenses/register")
    ResponseEntity<?> registerLicence(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("assetDetails", products.registerLicence(request)));
    }

    @PostMapping("/licenses/download")
    ResponseEntity<?> download(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> {
            var file = products.download(request);
            return Map.of("serialNumber", file.serialNumber(), "licenseFile", file.licenseFile());
        });
    }

    @PostMapping("/licenses/list")
    ResponseEntity<?> licences(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("licenses", products.licences(request)));
    }

    @PostMapping("/products/list")
    ResponseEntity<?> products(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(
                authorization,
                body,
                request -> Map.of("assets", lookUps.shown(products.list(request), Asset::madeAt, Asset::twin)));
    }

    @PostMapping("/products/details")
    ResponseEntity<?> details(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("assetDetails", products.details(request)));
    }

    @PostMapping("/products/register")
    ResponseEntity<?> registerProducts(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("assets", products.register(request)));
    }

    @PostMapping("/products/description")
    ResponseEntity<?> describe(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> {
            products.describe(request);
            return Map.of();
        });
    }

    @PostMapping("/products/folder")
    ResponseEntity<?> moveToFolder(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("assets", products.move(request)));
    }

    @PostMapping("/services/register")
    ResponseEntity<?> registerService(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("assetDetails", products.registerService(request)));
    }

    @PostMapping("/folders/list")
    ResponseEntity<?> listFolders(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("folders", folders.list()));
    }

    @PostMapping("/folders/create")
    ResponseEntity<?> createFolder(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("folder", folders.create(request)));
    }
}
