package be.belnet.orderdesk.order;

/** A file was closed, in this transaction; what listens writes in it too. */
public record OrderClosed(String number, OrderState state) {}
