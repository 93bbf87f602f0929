package be.belnet.sandbox.dns;

/**
 * A file on a customer's web site.
 *
 * @param host in lower case, without a port
 * @param path from {@code /.well-known/pki-validation/} on
 * @param content what it holds; null where it is a redirect
 * @param location where it redirects to; null where it is a file
 */
public record WebFile(long id, String host, String path, String content, String location) {}
