package be.belnet.orderdesk.correspondence;

import java.util.List;
import java.util.Map;

/**
 * A mail to be written.
 *
 * <p>Templates and what their models hold; a key in brackets may be absent:
 *
 * <ul>
 *   <li>introduction-customer: accountManagerName, accountManagerEmail
 *   <li>introduction-account-manager: customerName, acronym, request, contactName, contactEmail, [contactPhone],
 *       [link] to the order's page
 *   <li>certificates-activated: authority, activatedOn (LocalDate), domains (List of String), administratorEmail
 *   <li>domains-to-validate: kind (migration, validation), authority, former (empty for validation), domains (Map of name to
 *       how it stands, ordered), wildcards (Boolean: some are to be added), files (Boolean: records are attached), manual,
 *       link, linkUntil (LocalDate)
 *   <li>domains-reminder: authority, domains (as above, those that wait), done and all (Integer), files, link, linkUntil
 *   <li>domains-link: authority, link, linkUntil
 *   <li>customer-migrated: kind, authority, domains (as above), givenUp, declined (names, may be empty)
 *   <li>campaign-finished: from, to (names of authorities), customers, migrated, abandoned, passedOver (how many)
 *   <li>ask-customer: reason
 *   <li>ask-acronym: nothing
 *   <li>request-declined: outcome (joinOrder, treatAsChange, treatAsSupport, reject), reason
 *   <li>invitation: meetingAt (LocalDateTime of Brussels), meetingPlace, accountManagerName, [updated] (Boolean: an
 *       earlier invitation is replaced), [cancelled] (Boolean)
 *   <li>advice-appointment: appointmentAt (LocalDateTime of Brussels), adviserName
 *   <li>contract: contractNumber, version (Integer), summary (Map of label to value, ordered)
 *   <li>missing-copy: contractNumber, version (Integer), copy1Defect, copy2Defect (notCompleted, signatureMissing,
 *       pageMissing, textChanged, otherVersion, signatoryNotEntitled, missing, none)
 *   <li>contract-reminder: contractNumber, askedOn (LocalDate), last (Boolean: it is not the first reminder)
 *   <li>order-lapsed: nothing
 *   <li>withdrawal-confirmed: nothing
 *   <li>order-cancelled: reason
 *   <li>purchase-order: endCustomer, cpus, servicePackage (base, atp), addOns (List of advancedManagement, contentAnalysis,
 *       cloudApi, continuity)
 *   <li>purchase-order-cancelled: nothing
 *   <li>delivery-late: promisedOn (LocalDate), link
 *   <li>new-date: promisedOn, newDate (LocalDate), reason
 *   <li>free: freeSubject, text; what a member of staff wrote
 *   <li>appliance-ready: mxTarget, mailDomains (List of String), [cutOverOn] (LocalDate)
 *   <li>contract-countersigned: contractNumber, returnedBy (post, mail with the scan attached, mailApart), [cutOverOn] (LocalDate)
 *   <li>service-activated: activatedOn (LocalDate), mailDomains (List of String), [trialEndsOn] (LocalDate)
 *   <li>former-certificates: formerAuthority, authority, endedEarly, expiring (Map of certificate to LocalDate, ordered, of
 *       which one may be empty), duplicates (Boolean: some of them have a star)
 * </ul>
 *
 * @param template one of the names above
 */
public record Mail(
        String orderNumber, String template, Recipient to, Map<String, Object> model, List<Attachment> attachments) {
    public Mail {
        model = Map.copyOf(model);
        attachments = List.copyOf(attachments);
    }

    public Mail(String orderNumber, String template, Recipient to, Map<String, Object> model) {
        this(orderNumber, template, to, model, List.of());
    }
}
