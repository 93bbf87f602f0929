package be.belnet.sandbox.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a create request asks for, checked as Nova does.
 *
 * @param portId null when Nova is to make the port
 * @param files content by path
 */
record NewServer(
        String name,
        String imageId,
        String flavorId,
        String portId,
        String fixedAddress,
        Map<String, String> metadata,
        List<String> tags,
        Map<String, String> files,
        boolean configDrive) {

    private static final int MOST_FILES = 5;
    private static final int MOST_METADATA = 128;
    private static final int LONGEST_USER_DATA = 65535;
    private static final Set<String> KNOWN = Set.of(
            "name",
            "imageRef",
            "flavorRef",
            "networks",
            "config_drive",
            "personality",
            "user_data",
            "metadata",
            "tags",
            "block_device_mapping_v2",
            "block_device_mapping",
            "key_name",
            "security_groups",
            "availability_zone",
            "min_count",
            "max_count",
            "adminPass",
            "accessIPv4",
            "accessIPv6",
            "OS-DCF:diskConfig",
            "description",
            "hypervisor_hostname",
            "host",
            "trusted_image_certificates",
            "return_reservation_id");

    static NewServer of(JsonNode server, Microversion version, int maxPersonalitySize) {
        server.fieldNames().forEachRemaining(field -> known(field, version));
        var name = text(server, "name");
        var flavor = text(server, "flavorRef");
        if (Flavor.find(flavor).isEmpty()) {
            throw OpenStackError.badRequest("Invalid flavorRef provided.");
        }
        var image = server.path("imageRef").asText();
        if (!image.equals(GlanceController.IMAGE_ID)) {
            throw OpenStackError.badRequest("Invalid imageRef provided.");
        }
        if (server.path("user_data").asText().length() > LONGEST_USER_DATA) {
            throw invalid("user_data", "is too long");
        }
        var network = network(server, version);
        return new NewServer(
                name,
                image,
                flavor,
                network.path("port").textValue(),
                network.path("fixed_ip").textValue(),
                metadata(server.path("metadata")),
                tags(server.path("tags")),
                files(server.path("personality"), maxPersonalitySize),
                configDrive(server.path("config_drive")));
    }

    private static void known(String field, Microversion version) {
        var tooEarly =
                field.equals("tags") && !version.atLeast(52) || field.equals("description") && !version.atLeast(19);
        var tooLate = field.equals("personality") && version.atLeast(57);
        if (!KNOWN.contains(field) || tooEarly || tooLate) {
            throw OpenStackError.badRequest("Invalid input for field/attribute server. Value: ***. "
                    + "Additional properties are not allowed ('%s' was unexpected)".formatted(field));
        }
    }

    private static JsonNode network(JsonNode server, Microversion version) {
        var networks = server.path("networks");
        if (networks.isTextual()
                && version.atLeast(37)
                && Set.of("none", "auto").contains(networks.asText())) {
            return networks;
        }
        if (networks.isMissingNode() && !version.atLeast(37)) {
            return networks;
        }
        if (!networks.isArray()) {
            throw invalid("networks", "is not of type 'array'");
        }
        var first = networks.path(0);
        if (first.has("uuid") && !first.path("uuid").asText().equals(Network.ID)) {
            throw OpenStackError.badRequest("Network " + first.path("uuid").asText() + " could not be found.");
        }
        return first;
    }

    private static Map<String, String> metadata(JsonNode metadata) {
        if (metadata.size() > MOST_METADATA) {
            throw OpenStackError.forbidden("Maximum number of metadata items exceeds %d".formatted(MOST_METADATA));
        }
        var pairs = new LinkedHashMap<String, String>();
        metadata.fields().forEachRemaining(field -> pairs.put(field.getKey(), metadataValue(field)));
        return pairs;
    }

    private static String metadataValue(Map.Entry<String, JsonNode> field) {
        if (!field.getValue().isTextual()) {
            throw invalid(field.getKey(), "is not of type 'string'");
        }
        return field.getValue().asText();
    }

    private static List<String> tags(JsonNode tags) {
        var list = new ArrayList<String>();
        for (var tag : tags) {
            if (!tag.isTextual() || !tag.asText().matches("[^,/\\n]{1,60}")) {
                throw invalid("tags", "does not match '^[^,/]*$'");
            }
            list.add(tag.asText());
        }
        return list;
    }

    private static Map<String, String> files(JsonNode personality, int maxSize) {
        if (personality.size() > MOST_FILES) {
            throw OpenStackError.forbidden("Personality file limit exceeded");
        }
        var files = new LinkedHashMap<String, String>();
        for (var file : personality) {
            var contents = text(file, "contents");
            if (contents.length() > maxSize) {
                throw OpenStackError.forbidden("Personality file content exceeds maximum " + maxSize);
            }
            files.put(text(file, "path"), decode(contents));
        }
        return files;
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw invalid("contents", "is not a 'base64'");
        }
    }

    private static boolean configDrive(JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isBoolean()) {
            return value.asBoolean();
        }
        if (!value.asText().matches("(?i)true|false|1|0|on|off|yes|no|t|f|y|n|")) {
            throw invalid("config_drive", "is not of type 'boolean'");
        }
        return value.asText().matches("(?i)true|1|on|yes|t|y");
    }

    private static String text(JsonNode object, String field) {
        var value = object.path(field);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > 255 && field.equals("name")) {
            throw invalid(field, value.isMissingNode() ? "is a required property" : "is too short or of another type");
        }
        return value.asText();
    }

    private static OpenStackError invalid(String field, String why) {
        return OpenStackError.badRequest("Invalid input for field/attribute %s. It %s".formatted(field, why));
    }
}
