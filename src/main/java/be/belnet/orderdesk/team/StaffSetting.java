package be.belnet.orderdesk.team;

import java.time.Instant;

/**
 * What a member of staff chose.
 *
 * @param language nl, fr, en or de
 * @param digest whether the morning's mail is wanted
 * @param digestedAt when it was looked at last what it could tell; null before the first time
 */
public record StaffSetting(String user, String language, boolean digest, Instant digestedAt) {}
