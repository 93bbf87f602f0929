package be.belnet.sandbox.openstack;

import java.time.Instant;
import java.util.List;

/**
 * A row of {@code os_server}.
 *
 * @param metadata JSON object of strings
 * @param tags one per line
 * @param files JSON object: path to content
 * @param bindsAt when the port is taken; {@code bound} tells whether it was
 * @param address null while building, and when another server won the port
 * @param buildFault what the build will end with, null if it succeeds
 * @param goneAt set once deleting
 * @param formerFlavorId the size until a new one is confirmed; null while it is not being resized
 */
record Server(
        String id,
        String name,
        String imageId,
        String flavorId,
        String portId,
        String metadata,
        String tags,
        String files,
        boolean configDrive,
        String status,
        Instant createdAt,
        Instant updatedAt,
        Instant bindsAt,
        Instant readyAt,
        boolean bound,
        String address,
        String mac,
        String buildFault,
        String fault,
        Instant goneAt,
        String formerFlavorId) {

    List<String> tagList() {
        return tags.isEmpty() ? List.of() : List.of(tags.split("\n"));
    }

    boolean deleting() {
        return goneAt != null;
    }

    /** The order number behind the tag, else the name. */
    String reference() {
        return tagList().stream()
                .filter(tag -> tag.startsWith("bams:"))
                .map(tag -> tag.substring("bams:".length()))
                .findFirst()
                .orElse(name);
    }

    /** Another one like it, on the twin of its port. */
    Server twin() {
        return new Server(
                Twins.id(id),
                name,
                imageId,
                flavorId,
                Twins.id(portId),
                metadata,
                tags,
                files,
                configDrive,
                status,
                createdAt,
                updatedAt,
                bindsAt,
                readyAt,
                bound,
                address,
                mac,
                buildFault,
                fault,
                goneAt,
                formerFlavorId);
    }

    Flavor flavor() {
        return Flavor.find(flavorId).orElseThrow();
    }
}
