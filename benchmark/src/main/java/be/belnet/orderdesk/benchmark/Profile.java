package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What this JVM computes, seen in samples of its threads. */
final class Profile {
    private static final String SAMPLE = "jdk.ExecutionSample";

    private final Recording recording;
    private final Path file;

    private Profile(Recording recording, Path file) {
        this.recording = recording;
        this.file = file;
    }

    static Profile begin(Path file) {
        Recording recording = new Recording();
        recording.enable(SAMPLE).withPeriod(Duration.ofMillis(10));
        recording.start();
        return new Profile(recording, file);
    }

    void end() throws IOException {
        recording.stop();
        recording.dump(file);
        recording.close();
    }

    /** Of all samples, those taken within something whose name begins so. */
    double share(String prefix) throws IOException {
        long all = 0;
        long within = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                    all++;
                    within += isWithin(event, prefix) ? 1 : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) within / all;
    }

    private static boolean isWithin(RecordedEvent event, String prefix) {
        return event.getStackTrace().getFrames().stream()
                .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(prefix));
    }
}
