package be.belnet.sandbox.dns;

/** @param name in lower case, without a dot at its end */
public record Zone(String name, Behaviour behaviour) {

    boolean holds(String other) {
        return other.equals(name) || other.endsWith("." + name);
    }
}
