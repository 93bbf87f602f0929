package be.belnet.sandbox.openstack;

import java.util.Map;

/**
 * A machine was switched on.
 *
 * @param reference order number it was made for, as its tag says
 * @param files first-boot files by path, as read from the config drive
 */
public record MachineStarted(String id, String reference, String address, int vcpus, Map<String, String> files) {}
