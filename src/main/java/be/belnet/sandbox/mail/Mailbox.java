package be.belnet.sandbox.mail;

import java.time.Instant;

/** @param latest when the newest mail came; null for a mailbox that has none */
public record Mailbox(String address, int mails, Instant latest) {}
