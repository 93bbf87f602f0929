package be.belnet.sandbox.fortimail;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Licence files on their way in: asked for, uploaded, not applied yet. A restart loses them. */
@Component
class LicenceUploads {
    private final Map<String, String> machinesByToken = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();

    String token(Unit unit) {
        var token = UUID.randomUUID().toString();
        machinesByToken.put(token, unit.machineId());
        return token;
    }

    /** @return the name the file is applied by */
    String keep(Unit unit, String token, String file) {
        if (!machinesByToken.remove(token, unit.machineId())) {
            throw FortiMailError.accessDenied("uploadfile");
        }
        var id = "license_" + UUID.randomUUID().toString().substring(0, 8);
        files.put(unit.machineId() + id, file);
        return id;
    }

    Optional<String> take(Unit unit, String id) {
        return Optional.ofNullable(files.remove(unit.machineId() + id));
    }
}
