package be.belnet.orderdesk.correspondence;

/** A mail as its reader sees it. */
public record Rendered(String subject, String text, String html) {}
