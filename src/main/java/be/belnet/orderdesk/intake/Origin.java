package be.belnet.orderdesk.intake;

/** Who sent a mail. */
enum Origin {
    PERSON,
    /** A program on its own: an answer while somebody is away, a list, a receipt, or Orderdesk itself. */
    MACHINE,
    /** A mail server that could not deliver a mail. */
    MAIL_SERVER
}
