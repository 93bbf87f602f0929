package be.belnet.orderdesk.benchmark;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures the floor, which has no engine whose tables could be looked at. */
final class FloorRunner {
    private FloorRunner() {}

    static void run(Floor floor) throws Exception {
        Result result = new Result();
        result.put(
                "version",
                DriverManager.getDriver(Settings.text("url")).getMajorVersion() + "."
                        + DriverManager.getDriver(Settings.text("url")).getMinorVersion());
        int warmUp = Settings.number("warm-up");
        int count = Settings.number("orders");
        try (Meter meter = new Meter(
                DriverManager.getConnection(Settings.text("admin")),
                ProcessHandle.of(Long.getLong("postmaster")).orElseThrow(),
                null)) {
            orders(floor, 0, warmUp);
            meter.begin();
            orders(floor, warmUp, count);
            result.put("order.", meter.end().per(count));
            result.statements(meter.statements(), count);
        }
        result.write(Settings.path("result"));
    }

    private static void orders(Floor floor, int first, int count) throws Exception {
        ExecutorService drivers = Executors.newFixedThreadPool(Settings.number("drivers"));
        List<Future<?>> orders = new ArrayList<>();
        for (int index = first; index < first + count; index++) {
            int order = index;
            orders.add(drivers.submit(() -> {
                floor.run(order);
                return null;
            }));
        }
        for (Future<?> order : orders) {
            order.get();
        }
        drivers.shutdown();
    }
}
