package be.belnet.sandbox.openstack;

import static be.belnet.sandbox.openstack.Json.object;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Glance: the one image. */
@RestController
@RequestMapping("/openstack/image")
class GlanceController {
    static final String IMAGE_NAME = "fortimail-7.6";
    static final String IMAGE_ID = UUID.nameUUIDFromBytes(IMAGE_NAME.getBytes()).toString();

    @GetMapping({"", "/", "/versions"})
    ResponseEntity<Object> versions() {
        var self = object("rel", "self", "href", Cloud.address() + "/image/v2/");
        return ResponseEntity.status(300)
                .body(object("versions", List.of(object("id", "v2.15", "status", "CURRENT", "links", List.of(self)))));
    }

    @GetMapping("/v2/images")
    Map<String, Object> images(@RequestParam(defaultValue = IMAGE_NAME) String name) {
        return object(
                "images", name.equals(IMAGE_NAME) ? List.of(image()) : List.of(),
                "first", "/v2/images",
                "schema", "/v2/schemas/images");
    }

    @GetMapping("/v2/images/{id}")
    Map<String, Object> image(@PathVariable String id) {
        if (!id.equals(IMAGE_ID)) {
            throw OpenStackError.nova(404, "itemNotFound", "No image found with ID " + id);
        }
        return image();
    }

    private static Map<String, Object> image() {
        return object(
                "id",
                IMAGE_ID,
                "name",
                IMAGE_NAME,
                "status",
                "active",
                "disk_format",
                "qcow2",
                "container_format",
                "bare",
                "size",
                734003200,
                "min_disk",
                3,
                "min_ram",
                2048,
                "visibility",
                "shared",
                "protected",
                false,
                "tags",
                List.of(),
                "created_at",
                "2026-01-12T09:00:00Z",
                "updated_at",
                "2026-01-12T09:00:00Z",
                "file",
                "/v2/images/" + IMAGE_ID + "/file",
                "schema",
                "/v2/schemas/image");
    }
}
