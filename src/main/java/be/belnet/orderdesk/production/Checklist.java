package be.belnet.orderdesk.production;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The one list of what production demands. */
class Checklist {
    private static final List<Demand> DEMANDS = Stream.of(
                    SettingDemands.ALL,
                    ProgramDemands.ALL,
                    DatabaseDemands.ALL,
                    EngineDemands.ALL,
                    NodeDemands.ALL,
                    OutsideDemands.ALL)
            .flatMap(List::stream)
            .toList();

    private Checklist() {}

    static List<Demand> demands() {
        return DEMANDS;
    }

    /** What is asked for with these settings, in the order of the list. */
    static List<Finding> findings(Surroundings surroundings, Collection<Moment> moments) {
        return DEMANDS.stream()
                .filter(demand -> moments.contains(demand.moment()))
                .filter(demand -> demand.asked().test(surroundings.settings()))
                .map(demand -> demand.find(surroundings))
                .toList();
    }

    static List<Finding> unmet(Surroundings surroundings, Collection<Moment> moments) {
        return findings(surroundings, moments).stream().filter(Finding::isUnmet).toList();
    }
}
