package be.belnet.orderdesk.supply;

import java.util.List;

/**
 * A library in the jar.
 *
 * @param name {@code group:artifact}
 * @param licences SPDX names where its words are one, else the words
 */
record Component(String name, String version, List<String> licences) {
    @Override
    public String toString() {
        return name + " " + version;
    }
}
