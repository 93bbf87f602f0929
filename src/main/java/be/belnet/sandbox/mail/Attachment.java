package be.belnet.sandbox.mail;

/**
 * @param name file name, never blank
 * @param type media type without parameters, lower case
 * @param url path on the sandbox where it can be fetched
 */
public record Attachment(String name, String type, String url) {}
