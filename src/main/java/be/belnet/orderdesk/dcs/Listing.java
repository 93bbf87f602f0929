package be.belnet.orderdesk.dcs;

import java.util.List;

/** What a customer has at a CA, as the CA has just listed it. */
record Listing(String authority, List<FormerCertificate> certificates) {}
