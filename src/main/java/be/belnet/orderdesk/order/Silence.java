package be.belnet.orderdesk.order;

/**
 * How it stands this morning with a customer from whom something is awaited; what tables of reminders are asked with.
 *
 * @param openingDay of Belnet
 * @param customersTurn it is awaited, and nobody at Belnet has taken it up or lets it wait until a day
 * @param openingDaysWaited since it was asked for, or somebody decided to wait on
 * @param remindersSent since then
 */
public record Silence(
        boolean openingDay,
        boolean customersTurn,
        boolean remindedThisWeek,
        int openingDaysWaited,
        int remindersSent) {}
