package be.belnet.orderdesk.figures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which phase each step of the models belongs to, by the part of its id after the underscore. */
final class Phases {
    /** Where files wait by design, for weeks or months: nobody is stuck there. */
    static final Set<String> PATIENT = Set.of(
            "gateway_awaitLastDay",
            "intermediateCatchEvent_lastDayOver",
            "intermediateCatchEvent_newDateAsked",
            "intermediateCatchEvent_quarantineOver",
            "receiveTask_customerNeeded",
            "userTask_steerCampaign");

    private static final Map<Phase, List<String>> STEPS = new EnumMap<>(Map.of(
            Phase.REQUEST,
            List.of(
                    "introduceAccountManager",
                    "sendIntroduction",
                    "reviewRequest",
                    "decideEligibility",
                    "askCustomer",
                    "declineRequest",
                    "answerQuestion",
                    "discussQuestion",
                    "decideRouting",
                    "sendAnswer",
                    "handToPartner",
                    "openCampaign",
                    "steerCampaign",
                    "chooseFormerOrganisation",
                    "readFormerAuthority"),
            Phase.AGREEMENT,
            List.of(
                    "discussWishes",
                    "holdMeeting",
                    "sendInvitation",
                    "determineNeeds",
                    "determineDomains",
                    "arrangeAdvice",
                    "adviseCustomer",
                    "determineCertificateChange",
                    "determineMailChange",
                    "decideChangeTerms",
                    "approveChange",
                    "announceChange",
                    "tellChangeRefused"),
            Phase.CONTRACT,
            List.of(
                    "generateContract",
                    "sendContract",
                    "registerSignedCopies",
                    "askForMissingCopy",
                    "decideReminder",
                    "remindCustomer",
                    "decideOnChanges",
                    "decideOnSilence",
                    "countersignContract",
                    "sendCountersignedContract",
                    "registerAnnex"),
            Phase.DELIVERY,
            List.of(
                    "beginDelivery",
                    "sendPurchaseOrder",
                    "enterRegistrationCode",
                    "registerLicence",
                    "orderLicence",
                    "decideOnLicence",
                    "createAppliance",
                    "applianceReady",
                    "decideOnAppliance",
                    "configureAppliance",
                    "decideOnConfiguration",
                    "handOverAppliance",
                    "warnAccountManager",
                    "tellNewDate",
                    "createOrganisation",
                    "organisationReady",
                    "decideOnOrganisation",
                    "addDomains",
                    "inviteAdministrator",
                    "changeLicence",
                    "resizeAppliance",
                    "changeMailDomains",
                    "changeCertificateDomains",
                    "changeAdministrators",
                    "decideOnChange",
                    "extendLicence",
                    "settleLicenceExtension",
                    "startWave"),
            Phase.VALIDATION,
            List.of(
                    "openDomains",
                    "tellCustomer",
                    "customerNeeded",
                    "decideRecordReminder",
                    "remindOfRecords",
                    "takeUpWithCustomer",
                    "giveUpDomains",
                    "startValidation",
                    "recordPublished",
                    "submitValidation",
                    "domainValidated",
                    "wildcardAdded",
                    "approveWildcard",
                    "decideOnDomain",
                    "decideOnWildcard",
                    "abandonValidation"),
            Phase.NOTICE,
            List.of(
                    "reviewNotice",
                    "takeUpIntention",
                    "askForLetter",
                    "remindOfLetter",
                    "decideLetterReminder",
                    "registerLetter",
                    "decideNotice",
                    "decideOnNotice",
                    "decideOnNewDate",
                    "confirmNotice",
                    "refuseNotice",
                    "awaitLastDay",
                    "lastDayOver",
                    "newDateAsked"),
            Phase.CLOSING,
            List.of(
                    "activateService",
                    "confirmWithdrawal",
                    "undoEffects",
                    "undoByHand",
                    "completeChange",
                    "confirmMigration",
                    "confirmValidation",
                    "closeDomains",
                    "stopCampaign",
                    "reportCampaign",
                    "lookAtMail",
                    "settleMail",
                    "stopAppliance",
                    "endLicence",
                    "decideOnEnding",
                    "endSubscription",
                    "quarantineOver",
                    "removeAppliance",
                    "gatherDomains",
                    "removeDomains")));

    private static final Map<String, Phase> BY_STEP = STEPS.entrySet().stream()
            .flatMap(phase -> phase.getValue().stream().map(step -> Map.entry(step, phase.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Phases() {}

    /** @param activity element id in the model; null where the order stands nowhere */
    static Phase of(String activity) {
        return activity == null
                ? Phase.MOVING
                : BY_STEP.getOrDefault(activity.substring(activity.indexOf('_') + 1), Phase.MOVING);
    }

    /** Whether a step, by its element id, is part of a phase. */
    static boolean isIn(Phase phase, String activity) {
        return of(activity) == phase;
    }

    static Collection<String> steps() {
        return BY_STEP.keySet();
    }
}
