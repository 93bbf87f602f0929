package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.Campaign;
import be.belnet.orderdesk.dcs.Campaigns;
import be.belnet.orderdesk.desk.FigureView.CampaignLine;
import be.belnet.orderdesk.desk.FigureView.DeliveryLine;
import be.belnet.orderdesk.desk.FigureView.FailureLine;
import be.belnet.orderdesk.desk.FigureView.Named;
import be.belnet.orderdesk.desk.FigureView.StandingLine;
import be.belnet.orderdesk.desk.FigureView.StandingView;
import be.belnet.orderdesk.desk.FigureView.StuckLine;
import be.belnet.orderdesk.desk.FigureView.StuckView;
import be.belnet.orderdesk.desk.FigureView.Token;
import be.belnet.orderdesk.desk.StepFigureView.StepLine;
import be.belnet.orderdesk.figures.Delivery;
import be.belnet.orderdesk.figures.FailureFigure;
import be.belnet.orderdesk.figures.Figures;
import be.belnet.orderdesk.figures.Period;
import be.belnet.orderdesk.figures.Phase;
import be.belnet.orderdesk.figures.Standing;
import be.belnet.orderdesk.figures.StepFigure;
import be.belnet.orderdesk.figures.StuckPage;
import be.belnet.orderdesk.figures.StuckStep;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells figures in words. */
@Component
class FigureViews {
    private static final List<Turn> SIDES = List.of(Turn.BELNET, Turn.CUSTOMER, Turn.SUPPLIER);

    /** How long campaigns that are over stay on the first page. */
    private static final Duration STAYS = Duration.ofDays(28);

    private final Figures figures;
    private final Campaigns campaigns;
    private final Authorities authorities;
    private final OrderFile orders;
    private final PartnerDesk partners;
    private final OpeningDays openingDays;
    private final FigureWords texts;
    private final Wording wording;
    private final Clock clock;

    FigureViews(
            Figures figures,
            Campaigns campaigns,
            Authorities authorities,
            OrderFile orders,
            PartnerDesk partners,
            OpeningDays openingDays,
            FigureWords texts,
            Wording wording,
            Clock clock) {
        this.figures = figures;
        this.campaigns = campaigns;
        this.authorities = authorities;
        this.orders = orders;
        this.partners = partners;
        this.openingDays = openingDays;
        this.texts = texts;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Who looks.
     *
     * @param reads whether orders may be read
     * @param retries whether failed steps may be tried again
     */
    record Reader(Locale locale, boolean reads, boolean retries) {}

    FigureView of(Reader reader, Token token) {
        List<Standing> standings = figures.standings();
        return new FigureView(
                figures.countedAt()
                        .map(at -> wording.moment(at, reader.locale()))
                        .orElse(null),
                texts.all(reader.locale()),
                reader.reads(),
                reader.retries(),
                token,
                stuck(standings, 0, reader),
                standing(standings, reader.locale()),
                deliveries(reader.locale()),
                failures(reader),
                campaigns(reader));
    }

    StuckView stuck(int page, Reader reader) {
        return stuck(figures.standings(), page, reader);
    }

    StuckLine stuck(StuckStep step, Reader reader) {
        Locale locale = reader.locale();
        int days = openingDays.between(day(step.since()), day(clock.instant()));
        return new StuckLine(
                step.orderNumber(),
                file(step.orderNumber(), reader),
                step.acronym(),
                what(step.service(), step.kind(), locale),
                wording.step(step.activity(), locale),
                why(step, days, locale),
                wording.day(step.since(), locale),
                days,
                step.turn().code(),
                side(step.turn(), locale));
    }

    StandingView standing(Locale locale) {
        return standing(figures.standings(), locale);
    }

    List<DeliveryLine> deliveries(Locale locale) {
        return figures.deliveries().stream()
                .sorted(Comparator.comparing(Delivery::service).thenComparing(Delivery::period))
                .map(one -> new DeliveryLine(
                        one.service(),
                        texts.of("figures.period." + one.period().code(), locale),
                        one.deliveries(),
                        wording.days(one.median(), locale),
                        wording.days(one.ninth(), locale),
                        one.isPromisedInAWeek() ? one.share() : null))
                .toList();
    }

    List<FailureLine> failures(Reader reader) {
        return figures.failures().stream().map(one -> failure(one, reader)).toList();
    }

    List<CampaignLine> campaigns(Reader reader) {
        return campaigns.since(clock.instant().minus(STAYS)).stream()
                .map(one -> campaign(one, reader))
                .toList();
    }

    StepFigureView steps(String process, Period period, Locale locale) {
        return new StepFigureView(
                texts.all(locale),
                process,
                period.code(),
                Arrays.stream(Period.values())
                        .map(one -> new Named(one.code(), texts.of("figures.period." + one.code(), locale)))
                        .toList(),
                figures.steps(process, period).stream()
                        .map(one -> step(one, locale))
                        .sorted(Comparator.comparing(StepLine::seconds).reversed())
                        .toList());
    }

    private StuckView stuck(List<Standing> standings, int page, Reader reader) {
        StuckPage found = figures.stuck(page);
        return new StuckView(
                standings.stream().mapToLong(Standing::stuck).sum(),
                found.steps().stream().map(step -> stuck(step, reader)).toList(),
                found.page(),
                found.more());
    }

    private String why(StuckStep step, int days, Locale locale) {
        return step.failure() != null
                ? texts.of("figures.why.failed", locale, step.failure())
                : texts.of("figures.why." + step.turn().code(), locale, days);
    }

    private StandingView standing(List<Standing> standings, Locale locale) {
        Map<String, List<Standing>> byKind = standings.stream()
                .collect(Collectors.groupingBy(
                        one -> what(one.service(), one.kind(), locale), TreeMap::new, Collectors.toList()));
        return new StandingView(
                Arrays.stream(Phase.values())
                        .filter(phase -> standings.stream().anyMatch(one -> one.phase() == phase))
                        .map(phase -> new Named(phase.code(), texts.of("figures.phase." + phase.code(), locale)))
                        .toList(),
                SIDES.stream()
                        .map(side -> new Named(side.code(), side(side, locale)))
                        .toList(),
                byKind.entrySet().stream()
                        .map(kind -> line(kind.getKey(), kind.getValue()))
                        .toList(),
                line(texts.of("figures.all", locale), standings));
    }

    private static StandingLine line(String what, List<Standing> standings) {
        return new StandingLine(
                what,
                sums(standings, one -> one.phase().code()),
                sums(standings, one -> one.turn().code()),
                standings.stream().mapToLong(Standing::orders).sum(),
                standings.stream().mapToLong(Standing::stuck).sum());
    }

    private static Map<String, Long> sums(List<Standing> standings, Function<Standing, String> by) {
        return standings.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingLong(Standing::orders)));
    }

    private FailureLine failure(FailureFigure figure, Reader reader) {
        boolean known = figure.failure() != null && reader.reads();
        return new FailureLine(
                figure.failure(),
                figure.partner(),
                figure.words(),
                figure.orders(),
                figure.steps(),
                wording.moment(figure.since(), reader.locale()),
                known ? partners.task(figure.failure()).map(Tasklist::link).orElse(null) : null,
                known ? "/partners#" + figure.failure() : null);
    }

    private CampaignLine campaign(Campaign campaign, Reader reader) {
        Map<String, String> progress = campaigns.progress(campaign.number());
        Order file = orders.get(campaign.number());
        return new CampaignLine(
                campaign.number(),
                file(campaign.number(), reader),
                authorities.name(campaign.formerAuthority()),
                authorities.name(campaign.authority()),
                wording.day(campaign.stopDate(), reader.locale()),
                campaign.paused(),
                file.state().isFinal(),
                count(progress, "customers"),
                count(progress, "migrated"),
                count(progress, "underWay"),
                count(progress, "waiting"),
                count(progress, "abandoned"),
                count(progress, "passedOver"));
    }

    private static int count(Map<String, String> progress, String what) {
        return Integer.parseInt(progress.get(what));
    }

    private StepLine step(StepFigure figure, Locale locale) {
        return new StepLine(
                figure.activity(),
                wording.step(figure.activity(), locale),
                figure.turn().code(),
                side(figure.turn(), locale),
                figure.passed(),
                figure.median() == null ? null : texts.elapsed(figure.median(), locale),
                figure.total().toSeconds(),
                figure.standing());
    }

    private String what(String service, String kind, Locale locale) {
        return service + " · " + wording.value("order.kind." + kind, locale);
    }

    private String side(Turn turn, Locale locale) {
        return wording.value("order.side." + turn.code(), locale);
    }

    private static String file(String order, Reader reader) {
        return reader.reads() ? "/orders/" + order : null;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(BRUSSELS).toLocalDate();
    }
}
