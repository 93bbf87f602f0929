package be.belnet.sandbox.fortinet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Product 11 and its parameters: fortinet.md, section 3.4. The prices are the sandbox's own. */
class FortiMailProduct {

    static final int ID = 11;
    static final String NAME = "FortiMail Virtual Machine";

    private static final int CPU_SIZE = 73;
    private static final int SERVICE_PACKAGE = 74;
    private static final int ADD_ONS = 75;
    private static final String NO_ADD_ON = "NONE";
    private static final Set<String> CPU_SIZES = Set.of("1", "2", "4", "8", "16", "32");
    private static final Set<String> SERVICE_PACKAGES = Set.of("FMLBASE", "FMLATP");
    private static final Set<String> ADD_ON_CODES = Set.of("FMLFEMS", "FMLFCAS", "FMLFEOP", "FMLFEEC", NO_ADD_ON);

    private FortiMailProduct() {}

    /** {@code value} is always a text; a parameter of several values repeats its id. */
    record Parameter(int id, String name, String value) {}

    /** The parameters of a new configuration, in order of their ids, an absent add-on written as {@code NONE}. */
    static List<Parameter> complete(List<Fields> requested) {
        var parameters = read(requested);
        if (parameters.stream().noneMatch(parameter -> parameter.id() == ADD_ONS)) {
            parameters.add(parameter(ADD_ONS, NO_ADD_ON));
        }
        requireOne(parameters, CPU_SIZE);
        requireOne(parameters, SERVICE_PACKAGE);
        return inOrder(parameters);
    }

    /** What a configuration has after a change: the ids named in the request anew, the others as they were. */
    static List<Parameter> changed(List<Parameter> present, List<Fields> requested) {
        var parameters = read(requested);
        var named = parameters.stream().map(Parameter::id).toList();
        present.stream().filter(parameter -> !named.contains(parameter.id())).forEach(parameters::add);
        requireOne(parameters, CPU_SIZE);
        requireOne(parameters, SERVICE_PACKAGE);
        return inOrder(parameters);
    }

    static Parameter parameter(int id, String value) {
        return new Parameter(id, name(id), value);
    }

    /** Points one appliance costs a day. */
    static int pointsADay(List<Parameter> parameters) {
        var cpus = Integer.parseInt(values(parameters, CPU_SIZE).findFirst().orElseThrow());
        var base = values(parameters, SERVICE_PACKAGE).anyMatch("FMLATP"::equals) ? 9 : 5;
        var addOns = (int) values(parameters, ADD_ONS)
                .filter(value -> !NO_ADD_ON.equals(value))
                .count();
        return cpus * (base + addOns);
    }

    private static List<Parameter> read(List<Fields> requested) {
        var seen = new HashSet<Parameter>();
        var parameters = new ArrayList<Parameter>();
        for (var fields : requested) {
            var parameter = parameter(fields.number("id"), fields.scalar("value"));
            if (!allowed(parameter.id()).contains(parameter.value()) || !seen.add(parameter)) {
                throw refuse(parameter.id(), "has an invalid value.");
            }
            parameters.add(parameter);
        }
        return parameters;
    }

    private static void requireOne(List<Parameter> parameters, int id) {
        var count = values(parameters, id).count();
        if (count != 1) {
            throw refuse(id, count == 0 ? "is required." : "takes one value.");
        }
    }

    private static List<Parameter> inOrder(List<Parameter> parameters) {
        var addOns = values(parameters, ADD_ONS).toList();
        if (addOns.size() > 1 && addOns.contains(NO_ADD_ON)) {
            throw refuse(ADD_ONS, "has an invalid value.");
        }
        return parameters.stream()
                .sorted(Comparator.comparingInt(Parameter::id))
                .toList();
    }

    private static Stream<String> values(List<Parameter> parameters, int id) {
        return parameters.stream().filter(parameter -> parameter.id() == id).map(Parameter::value);
    }

    private static Set<String> allowed(int id) {
        return switch (id) {
            case CPU_SIZE -> CPU_SIZES;
            case SERVICE_PACKAGE -> SERVICE_PACKAGES;
            case ADD_ONS -> ADD_ON_CODES;
            default -> throw refuse(id, "is unknown.");
        };
    }

    private static String name(int id) {
        return switch (id) {
            case CPU_SIZE -> "CPU Size";
            case SERVICE_PACKAGE -> "Service Package";
            case ADD_ONS -> "Add-ons";
            default -> throw refuse(id, "is unknown.");
        };
    }

    private static Refusal refuse(int id, String why) {
        return Refusal.because("Parameter id " + id + " " + why);
    }
}
