package be.belnet.orderdesk.support;

/** Has a customer's question answered. */
public interface SupportStarts {
    /**
     * Opens the file and starts its process, in the caller's transaction. Safe to repeat with the same token.
     *
     * @param token names what the question came with, such as a mail; at most 200 characters
     * @return the file's number
     * @throws org.springframework.dao.DuplicateKeyException when another node begins with it at this moment; roll back then
     */
    String begin(SupportQuestion question, String token);
}
