package be.belnet.orderdesk.privacy;

/** No data request has this number. */
public class UnknownDataRequestException extends RuntimeException {
    UnknownDataRequestException(String number) {
        super("No data request " + number);
    }
}
