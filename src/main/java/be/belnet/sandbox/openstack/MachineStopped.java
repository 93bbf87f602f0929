package be.belnet.sandbox.openstack;

/** A machine was switched off; what is on its disks stays. */
public record MachineStopped(String id) {}
