package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.desk.FigureView.CampaignLine;
import be.belnet.orderdesk.desk.FigureView.DeliveryLine;
import be.belnet.orderdesk.desk.FigureView.FailureLine;
import be.belnet.orderdesk.desk.FigureView.Named;
import be.belnet.orderdesk.desk.FigureView.StandingLine;
import be.belnet.orderdesk.desk.FigureView.StandingView;
import be.belnet.orderdesk.desk.FigureView.StuckLine;
import be.belnet.orderdesk.desk.FigureViews.Reader;
import be.belnet.orderdesk.desk.StepFigureView.StepLine;
import be.belnet.orderdesk.figures.Figures;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Figures as tables for spreadsheets, in the reader's words. */
@Controller
class FigureFiles {
    private static final int MOST = 10_000;

    private final Figures figures;
    private final FigureViews views;
    private final FiguresApi desk;
    private final FigureWords texts;

    FigureFiles(Figures figures, FigureViews views, FiguresApi desk, FigureWords texts) {
        this.figures = figures;
        this.views = views;
        this.desk = desk;
        this.texts = texts;
    }

    /** The first ten thousand. */
    @GetMapping("/desk/figures/stuck.csv")
    ModelAndView stuck(Principal user, Locale locale) {
        Reader reader = desk.reader(user, locale);
        return file(
                "stuck",
                List.of("order", "customer", "what", "step", "why", "since", "days", "turn"),
                figures.stuck(0, MOST).stream()
                        .map(step -> row(views.stuck(step, reader), Wording.isoDay(step.since()))),
                locale);
    }

    @GetMapping("/desk/figures/standing.csv")
    ModelAndView standing(Locale locale) {
        StandingView view = views.standing(locale);
        List<String> head = new ArrayList<>();
        head.add(column("what", locale));
        view.phases().stream().map(Named::words).forEach(head::add);
        view.turns().stream().map(Named::words).forEach(head::add);
        head.add(column("total", locale));
        head.add(column("stuck", locale));
        return view("standing", head, view.lines().stream().map(line -> row(line, view)));
    }

    @GetMapping("/desk/figures/deliveries.csv")
    ModelAndView deliveries(Locale locale) {
        return file(
                "deliveries",
                List.of("service", "period", "deliveries", "median", "ninth", "share"),
                views.deliveries(locale).stream().map(FigureFiles::row),
                locale);
    }

    @GetMapping("/desk/figures/failures.csv")
    ModelAndView failures(Principal user, Locale locale) {
        return file(
                "failures",
                List.of("failure", "partner", "cause", "orders", "steps", "since"),
                views.failures(desk.reader(user, locale)).stream().map(FigureFiles::row),
                locale);
    }

    @GetMapping("/desk/figures/campaigns.csv")
    ModelAndView campaigns(Principal user, Locale locale) {
        return file(
                "campaigns",
                List.of(
                        "order",
                        "from",
                        "to",
                        "stopDate",
                        "customers",
                        "migrated",
                        "underWay",
                        "waiting",
                        "abandoned",
                        "passedOver"),
                views.campaigns(desk.reader(user, locale)).stream().map(FigureFiles::row),
                locale);
    }

    @GetMapping("/desk/figures/steps.csv")
    ModelAndView steps(
            @RequestParam String process, @RequestParam(defaultValue = "quarter") String period, Locale locale) {
        return file(
                "steps",
                List.of("step", "turn", "passed", "median", "seconds", "standing"),
                views.steps(process, FiguresApi.period(period), locale).steps().stream()
                        .map(FigureFiles::row),
                locale);
    }

    private static List<String> row(StuckLine line, String since) {
        return cells(
                line.order(),
                line.customer(),
                line.what(),
                line.step(),
                line.why(),
                since,
                line.days(),
                line.turnWords());
    }

    private static List<String> row(StandingLine line, StandingView view) {
        List<Object> cells = new ArrayList<>();
        cells.add(line.what());
        view.phases().forEach(phase -> cells.add(line.orders().getOrDefault(phase.code(), 0L)));
        view.turns().forEach(turn -> cells.add(line.turns().getOrDefault(turn.code(), 0L)));
        cells.add(line.total());
        cells.add(line.stuck());
        return cells(cells.toArray());
    }

    private static List<String> row(DeliveryLine line) {
        return cells(line.service(), line.period(), line.deliveries(), line.median(), line.ninth(), line.share());
    }

    private static List<String> row(FailureLine line) {
        return cells(line.number(), line.partner(), line.words(), line.orders(), line.steps(), line.since());
    }

    private static List<String> row(CampaignLine line) {
        return cells(
                line.order(),
                line.from(),
                line.to(),
                line.stopDate(),
                line.customers(),
                line.migrated(),
                line.underWay(),
                line.waiting(),
                line.abandoned(),
                line.passedOver());
    }

    private static List<String> row(StepLine line) {
        return cells(line.step(), line.turnWords(), line.passed(), line.median(), line.seconds(), line.standing());
    }

    private static List<String> cells(Object... cells) {
        return Stream.of(cells).map(cell -> Objects.toString(cell, "")).toList();
    }

    private ModelAndView file(String name, List<String> columns, Stream<List<String>> rows, Locale locale) {
        return view(name, columns.stream().map(column -> column(column, locale)).toList(), rows);
    }

    private static ModelAndView view(String name, List<String> head, Stream<List<String>> rows) {
        return new ModelAndView(new CsvView(CsvText.FOR_SPREADSHEETS, name + ".csv", head, rows));
    }

    private String column(String name, Locale locale) {
        return texts.of("figures.column." + name, locale);
    }
}
