package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.notice.Judgement;
import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges the notices of files, and keeps what people decide about them. */
@Service
@Transactional
public class NoticeDesk {
    /** Kind of the event that tells of an intention that came to nothing. */
    static final String LAPSED = "intentionLapsed";

    private final Terminations terminations;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final NoticeRules rules;
    private final Clock clock;

    NoticeDesk(
            Terminations terminations,
            OrderFile orders,
            CustomerRegister customers,
            Subscriptions subscriptions,
            NoticeRules rules,
            Clock clock) {
        this.terminations = terminations;
        this.orders = orders;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.clock = clock;
    }

    /** Finds out what the notice ends and when; both are kept. What the decision table is to be asked then. */
    public NoticeFacts judge(String number) {
        Optional<Organisation> customer = customer(number);
        List<Subscription> meant = candidates(number);
        Optional<Subscription> subscription = meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
        terminations.mean(number, subscription.map(Subscription::id).orElse(null));
        if (customer.isEmpty() || subscription.isEmpty()) {
            return NoticeFacts.unclear(customer.isPresent(), meant.size(), true);
        }
        customer.map(Organisation::accountManager).ifPresent(manager -> assign(number, manager));
        return judge(terminations.get(number), subscription.get());
    }

    private NoticeFacts judge(Termination file, Subscription subscription) {
        if (isWithoutStart(subscription)) {
            return NoticeFacts.unclear(true, 1, false);
        }
        Notice notice = notice(file, subscription);
        Judgement judgement = rules.judge(notice, file.terms());
        keep(file, notice, judgement);
        NoticeFacts facts =
                NoticeFacts.of(notice, judgement, file.givenBy(), file.exceptionAsked(), BelgianTime.today(clock));
        boolean runsAlready = subscription.isNoticeGiven()
                || terminations.earlier(file.number(), subscription.id()).isPresent()
                || !terminations.claim(file.number(), subscription.id());
        NoticeFacts ofGiver = isOfNoContact(file) ? facts.byNoContact() : facts;
        return runsAlready ? ofGiver.besideAnother() : ofGiver;
    }

    /** Whether tables alone took a mail for notice that somebody else at the customer wrote: students have its domain too. */
    private boolean isOfNoContact(Termination file) {
        return file.receipt().channel() == Channel.MAIL
                && terminations.registrants(file.number()).isEmpty()
                && !isOfContact(orders.get(file.number()));
    }

    private boolean isOfContact(Order order) {
        return customers.contacts(order.acronym()).stream().anyMatch(contact -> contact.email()
                .equalsIgnoreCase(order.requester().email()));
    }

    /** Services that the notice can mean: the one that somebody picked, else all of the customer. */
    @Transactional(readOnly = true)
    public List<Subscription> candidates(String number) {
        Order order = orders.get(number);
        if (order.acronym() == null) {
            return List.of();
        }
        List<Subscription> running = subscriptions.inUse(order.acronym(), order.service());
        Long picked = terminations.get(number).subscription();
        List<Subscription> chosen =
                running.stream().filter(one -> Objects.equals(one.id(), picked)).toList();
        return chosen.isEmpty() ? running : chosen;
    }

    /** The other open file that ends what this one does; empty while it is not clear what that is. */
    @Transactional(readOnly = true)
    public Optional<String> beside(String number) {
        List<Subscription> meant = candidates(number);
        return meant.size() == 1 ? terminations.beside(number, meant.get(0).id()) : Optional.empty();
    }

    /** What the notice comes to, with the other readings; empty while it is not clear what it ends. */
    @Transactional(readOnly = true)
    public Optional<Judgement> judgement(String number) {
        Termination file = terminations.get(number);
        return Optional.ofNullable(file.subscription())
                .map(subscriptions::get)
                .filter(subscription -> !isWithoutStart(subscription))
                .map(subscription -> rules.judge(notice(file, subscription), file.terms()));
    }

    /** First day without the service had the notice come on the last day for it; empty unless it came later. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> onTime(String number) {
        return judgement(number)
                .filter(judgement -> judgement.daysLate() > 0)
                .map(judgement -> onTime(terminations.get(number), judgement));
    }

    private LocalDate onTime(Termination file, Judgement judgement) {
        Notice late = notice(file, subscriptions.get(file.subscription()));
        Notice inTime = new Notice(
                late.service(),
                late.phase(),
                late.channel(),
                late.contractStart(),
                late.trialEndsOn(),
                null,
                judgement.notifiedOn().minusDays(judgement.daysLate()),
                late.wish());
        return rules.judge(inTime, file.terms()).effectiveDate();
    }

    /** Last day on which a letter still ends the contract at the same time as one that would come today. */
    @Transactional(readOnly = true)
    public LocalDate lastDayForLetter(String number) {
        return rules.lastDayFor(endByLetter(number), terminations.get(number).terms());
    }

    /** First day without the service if the letter came today. */
    @Transactional(readOnly = true)
    public LocalDate endByLetter(String number) {
        Termination file = terminations.get(number);
        Notice mail = notice(file, subscriptions.get(file.subscription()));
        Notice letter = new Notice(
                mail.service(),
                Phase.CONTRACT,
                Channel.REGISTERED_LETTER,
                mail.contractStart(),
                mail.trialEndsOn(),
                null,
                BelgianTime.today(clock),
                mail.wish());
        return rules.judge(letter, file.terms()).effectiveDate();
    }

    /** The letter has come: the notice is what it says. */
    public void keepLetter(String number, Termination.Receipt letter, String userId) {
        terminations.keepReceipt(number, letter);
        terminations.register(number, userId);
        orders.record(number, "letterRegistered", Map.of("channel", Codes.of(letter.channel())));
    }

    /** The Service Desk has found out what was not clear. */
    public void correct(String number, String acronym, Long subscription, Termination.Receipt receipt, String userId) {
        if (!acronym.equals(orders.get(number).acronym())) {
            orders.setCustomer(number, acronym);
        }
        terminations.mean(number, subscription);
        terminations.keepReceipt(number, receipt);
        terminations.register(number, userId);
        orders.record(number, "noticeCorrected", Map.of());
    }

    /** @param endsOn first day without the service */
    public void grant(String number, String decision, LocalDate endsOn, String reason) {
        terminations.keepDecision(number, endsOn);
        Map<String, String> facts = new HashMap<>(Map.of(
                "noticeDecision", decision, "lastDay", endsOn.minusDays(1).toString()));
        Optional.ofNullable(reason).ifPresent(words -> facts.put("reason", words));
        orders.record(number, "noticeGranted", facts);
    }

    /** The notice does not count; the customer reads why. */
    public void refuse(String number, String reason) {
        orders.setClosingReason(number, reason);
        orders.record(number, "noticeRefused", Map.of("reason", reason));
    }

    /** The customer has been silent for too long, and does not seem to mean it. */
    public void letLapse(String number, String reason) {
        orders.setClosingReason(number, reason);
        orders.record(number, LAPSED, Map.of("reason", reason));
    }

    private void keep(Termination file, Notice notice, Judgement judgement) {
        var reckoning = new Termination.Reckoning(
                notice.phase(),
                judgement.notifiedOn(),
                judgement.lastDayOfNotice(),
                judgement.effectiveDate(),
                judgement.daysLate());
        if (!reckoning.equals(file.reckoning())) {
            terminations.keepReckoning(file.number(), reckoning);
            orders.record(
                    file.number(),
                    "noticeReckoned",
                    Map.of(
                            "on", judgement.notifiedOn().toString(),
                            "lastDay", judgement.lastDayOfService().toString()));
        }
    }

    private void assign(String number, String manager) {
        if (!manager.equals(orders.get(number).accountManager())) {
            orders.assign(number, manager);
        }
    }

    private Optional<Organisation> customer(String number) {
        return Optional.ofNullable(orders.get(number).acronym()).flatMap(customers::find);
    }

    /** Notice that is given in the trial, or before there is a contract, stays a trial's even if its days end after it. */
    private Notice notice(Termination file, Subscription subscription) {
        Notice asContract = notice(file, subscription, Phase.CONTRACT);
        LocalDate given = rules.judge(asContract, file.terms()).notifiedOn();
        boolean inTrial = asContract.service() == Notice.Service.BAMS
                && subscription.trialEndsOn() != null
                && (subscription.isTriedBeforeContract() || !given.isAfter(subscription.trialEndsOn()));
        return inTrial ? notice(file, subscription, Phase.TRIAL) : asContract;
    }

    private static Notice notice(Termination file, Subscription subscription, Phase phase) {
        return new Notice(
                Notice.Service.valueOf(subscription.service()),
                phase,
                file.receipt().channel(),
                start(subscription),
                subscription.trialEndsOn(),
                file.receipt().postedOn(),
                file.receipt().receivedOn(),
                file.wish());
    }

    private static boolean isWithoutStart(Subscription subscription) {
        return start(subscription) == null && subscription.service().equals(Notice.Service.DCS.name());
    }

    private static LocalDate start(Subscription subscription) {
        return subscription.agreement().startsOn();
    }
}
