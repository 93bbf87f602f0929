package be.belnet.orderdesk.notice;

/** The rules for tests of other packages. */
public final class Rules {
    private Rules() {}

    /** By the settings that Orderdesk comes with. */
    public static NoticeRules ofTheSettings() {
        return new NoticeRules(Notices.SETTINGS);
    }
}
