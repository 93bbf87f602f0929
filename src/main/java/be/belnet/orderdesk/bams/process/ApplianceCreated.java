package be.belnet.orderdesk.bams.process;

/** OpenStack has begun to build the appliance of an order. */
record ApplianceCreated(String order) {}
