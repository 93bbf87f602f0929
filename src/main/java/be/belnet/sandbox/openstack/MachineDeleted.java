package be.belnet.sandbox.openstack;

/** A machine is gone with its disks. */
public record MachineDeleted(String id) {}
