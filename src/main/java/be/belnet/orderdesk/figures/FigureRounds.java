package be.belnet.orderdesk.figures;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the figures fresh; of several nodes one does it each time. */
@Component
class FigureRounds {
    private final FigureCounts counts;
    private final FigureProperties properties;

    FigureRounds(FigureCounts counts, FigureProperties properties) {
        this.counts = counts;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${orderdesk.figures.round:PT1M}")
    void look() {
        try {
            measure();
        } finally {
            counts.count(properties.round().dividedBy(2));
        }
    }

    private void measure() {
        boolean left = true;
        while (left) {
            left = counts.measure();
        }
    }
}
