package be.belnet.orderdesk.reconciliation;

import java.util.Arrays;

/** What Orderdesk can do about a difference. Each is safe to repeat, and none deletes what cannot be made again. */
public enum DifferenceAct {
    /** The end that the partner says is kept with the subscription. */
    TAKE_END("takeEnd"),
    END_LICENCE("endLicence"),
    /** The licence may serve another order. */
    FREE_LICENCE("freeLicence"),
    /** It keeps its disks and its address. */
    STOP_APPLIANCE("stopAppliance"),
    REMOVE_DOMAIN("removeDomain"),
    ADD_DOMAIN("addDomain");

    private final String code;

    DifferenceAct(String code) {
        this.code = code;
    }

    /** As the database, texts and the API write it. */
    public String code() {
        return code;
    }

    /** Null for null. */
    static DifferenceAct of(String code) {
        return code == null
                ? null
                : Arrays.stream(values())
                        .filter(act -> act.code.equals(code))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No act: " + code));
    }
}
