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
 *   <li>certificates-activated: authority, interfaceAddress (its web site), activatedOn (LocalDate), domains (List of
 *       String), withoutWildcard (those whose wildcard was not ordered), leftOut (Map of name to reason), administratorEmail,
 *       [ticketAddress] where customers open tickets at the authority themselves
 *   <li>domains-to-validate: kind (migration, validation), authority, interfaceAddress, former (empty for validation),
 *       domains (Map of name to how it stands, ordered), leftOut (as above), wildcards (Boolean: some are to be added), files
 *       (Boolean: records are attached), manual, link, linkUntil (LocalDate)
 *   <li>domains-reminder: authority, domains (as above, those that wait), done and all (Integer), files, link, linkUntil
 *   <li>domains-link: authority, link, linkUntil
 *   <li>customer-migrated: kind, authority, interfaceAddress, domains (as above), leftOut (as above), givenUp (Map of name to
 *       reason) and forgone (Map of wildcard to the authority's words), where both may be empty, declined (names, may be empty)
 *   <li>campaign-overdue: from, to (names of authorities), stopDate (LocalDate), customers, waiting (how many)
 *   <li>campaign-finished: from, to (names of authorities), customers, migrated, abandoned, passedOver (how many)
 *   <li>ask-customer: reason
 *   <li>ask-acronym: nothing
 *   <li>mail-received: kind (support, termination, change), acronymKnown (Boolean: it is not asked for)
 *   <li>request-declined: outcome (joinOrder, treatAsChange, treatAsSupport, reject), reason, [joined] number of the order that
 *       the request joins
 *   <li>invitation: meetingAt (LocalDateTime of Brussels), meetingPlace, accountManagerName, [updated] (Boolean: an
 *       earlier invitation is replaced), [cancelled] (Boolean)
 *   <li>advice-appointment: appointmentAt (LocalDateTime of Brussels), adviserName
 *   <li>contract: contractNumber, version (Integer), summary (Map of label to value, ordered), [reason] for a new version
 *   <li>missing-copy: contractNumber, version (Integer), copy1Defect, copy2Defect (notCompleted, signatureMissing,
 *       pageMissing, textChanged, otherVersion, signatoryNotEntitled, missing, none)
 *   <li>contract-reminder: contractNumber, askedOn (LocalDate), last (Boolean: it is not the first reminder), [copy1Defect,
 *       copy2Defect] (as above, once a copy has come)
 *   <li>order-lapsed: nothing
 *   <li>withdrawal-confirmed: [reason] why Belnet gave up a contract that the customer had changed
 *   <li>order-cancelled: reason
 *   <li>letter-needed, letter-reminder: letterBy (LocalDate), months, lastDayOfService (LocalDate)
 *   <li>notice-refused: reason
 *   <li>notice-confirmed: givenBy (customer, belnet), moved (Boolean: another day was confirmed before), notifiedOn,
 *       lastDayOfNotice, lastDayOfService, endsOn (LocalDate)
 *   <li>service-ending: lastDayOfService, endsOn (LocalDate), domains (List of String: whose mail still comes)
 *   <li>mail-still-here: customerName, lastDayOfService (LocalDate), domains (List of String), link
 *   <li>service-ended: lastDayOfService, removalOn (LocalDate)
 *   <li>notice-withdrawn, notice-lapsed: nothing
 *   <li>termination-cancelled: reason
 *   <li>change-confirmed: changes (Map of label to words, ordered)
 *   <li>change-annex: changes (as above), contractNumber
 *   <li>change-done: changes (as above), doneOn (LocalDate)
 *   <li>change-refused, change-cancelled: reason
 *   <li>change-withdrawn: nothing
 *   <li>purchase-order: endCustomer, cpus, servicePackage (base, atp), addOns (List of advancedManagement, contentAnalysis,
 *       cloudApi, continuity)
 *   <li>purchase-order-cancelled: nothing
 *   <li>delivery-late: promisedOn (LocalDate), link
 *   <li>new-date: promisedOn, newDate (LocalDate), reason
 *   <li>free: freeSubject, text; what a member of staff wrote
 *   <li>appliance-ready: mxTarget, mailDomains (List of String), [cutOverOn] (LocalDate)
 *   <li>contract-countersigned: contractNumber, returnedBy (post, mail with the scan attached, mailApart), [cutOverOn] (LocalDate)
 *   <li>service-activated: activatedOn (LocalDate), mailDomains (List of String), [trialEndsOn] (LocalDate)
 *   <li>trial-reminder: trialEndsOn, lastSafeDay (LocalDate), noticeDays (how many), goesOn (Boolean: the contract does after
 *       the trial), late (Boolean: the last safe day is over)
 *   <li>trial-reminder-account-manager: customerName, trialEndsOn, lastSafeDay (LocalDate), link
 *   <li>trial-ended: trialEndsOn (LocalDate), contractNumber
 *   <li>trial-ended-account-manager: customerName, trialEndsOn (LocalDate), goesOn (Boolean), link
 *   <li>contact-change-asked: newName, newEmail, link, linkUntil (LocalDate)
 *   <li>contact-changed: taken (Boolean: by whoever reads it)
 *   <li>contact-kept, follow-link: nothing
 *   <li>scan-uploaded: customerName, document, link
 *   <li>support-ticket: partner, ticketAddress, ticketSubject, numbered (Boolean: the subject names a certificate's order),
 *       question
 *   <li>support-passed-on: customerName, acronym, question, contactName, contactEmail, [contactPhone], [note], link
 *   <li>support-answer: answer, question
 *   <li>former-certificates: formerAuthority, authority, endedEarly, expiring (Map of certificate to LocalDate, ordered, of
 *       which one may be empty), duplicates (Boolean: some of them have a star)
 * </ul>
 *
 * <p>To staff, about no single order:
 *
 * <ul>
 *   <li>digest: dueToday, overdue, answered, covering (Map of words to link, ordered), groupDue (how many), back (link; may be
 *       empty), tasklist, settings (links)
 * </ul>
 *
 * <p>Any of them begins with ownWords where its model has them: what a member of staff added; and asks whether it was useful
 * where its model has feedbackLink and feedbackUntil (LocalDate).
 *
 * @param orderNumber null where it is about no single order
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
