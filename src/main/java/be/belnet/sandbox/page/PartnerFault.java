package be.belnet.sandbox.page;

import be.belnet.sandbox.faults.FaultSwitch;
import be.belnet.sandbox.partner.Partner;

/**
 * What goes wrong at a partner.
 *
 * @param fault null while nothing does
 */
record PartnerFault(Partner partner, FaultSwitch fault) {}
