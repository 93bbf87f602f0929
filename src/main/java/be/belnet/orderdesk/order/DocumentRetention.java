package be.belnet.orderdesk.order;

/** Says of a document whether it has to be kept although people in it asked for erasure. */
public interface DocumentRetention {
    boolean keeps(Document document);
}
