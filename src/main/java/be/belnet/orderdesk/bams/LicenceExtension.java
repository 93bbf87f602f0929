package be.belnet.orderdesk.bams;

import java.time.LocalDate;

/**
 * What a file that has a licence extended is about.
 *
 * @param file its number
 * @param endsOn last day of the licence when the file was opened
 * @param wantedUntil last day that is wanted
 * @param throughDistributor a person buys the extension
 */
public record LicenceExtension(
        String file,
        long subscriptionId,
        Licence licence,
        LocalDate endsOn,
        LocalDate wantedUntil,
        boolean throughDistributor) {}
