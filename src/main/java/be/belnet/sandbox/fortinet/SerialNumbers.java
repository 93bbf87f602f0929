package be.belnet.sandbox.fortinet;

/** Serial numbers, 16 upper-case letters and digits. */
class SerialNumbers {

    private SerialNumbers() {}

    /** One with another end. Those issued here end in a digit. */
    static String twin(String serialNumber) {
        var beginning = serialNumber.substring(0, serialNumber.length() - 1);
        return beginning + (serialNumber.endsWith("T") ? "U" : "T");
    }
}
