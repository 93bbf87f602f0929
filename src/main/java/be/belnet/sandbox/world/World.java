package be.belnet.sandbox.world;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /api/world}: an empty world, for tests. */
@RestController
public class World {

    private final List<WorldPart> parts;

    World(List<WorldPart> parts) {
        this.parts = parts;
    }

    @DeleteMapping("/api/world")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void startAgain() {
        parts.forEach(WorldPart::startAgain);
    }
}
