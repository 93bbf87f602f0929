package be.belnet.orderdesk.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A number of orders from their request to their end. Each driver does what any order waits for; only where none waits it
 * opens another one, as long as not too many are open.
 */
final class Course {
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    /** After which step a person sees the task: the forms that were sent last, or the request. */
    static final String REQUEST = "startEvent_orderReceived";

    private static final Map<String, String> COMES_AFTER = Map.of(
            "userTask_introduceAccountManager", REQUEST,
            "userTask_discussWishes", "userTask_introduceAccountManager",
            "userTask_determineNeeds", "userTask_discussWishes",
            "userTask_registerSignedCopies", "userTask_determineNeeds",
            "userTask_countersignContract", "userTask_registerSignedCopies",
            "userTask_handOverAppliance", "userTask_registerSignedCopies");

    private final Contender contender;
    private final Observer observer;
    private final int drivers;
    private final int mostOpen;
    private final long pause;

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final List<String> ended = new ArrayList<>();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, List<Double>> pauses = new TreeMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private volatile RuntimeException failure;
    private volatile boolean over;

    /** @param pause milliseconds between two looks at what waits */
    Course(Contender contender, Observer observer, int drivers, int mostOpen, long pause) {
        this.contender = contender;
        this.observer = observer;
        this.drivers = drivers;
        this.mostOpen = mostOpen;
        this.pause = pause;
    }

    /**
     * Runs the orders; the numbers of all, in the sequence of their ends.
     *
     * @param first index of the first of them
     * @throws IllegalStateException when an order cannot go on
     */
    List<String> run(int first, int count) {
        List<Thread> threads = new ArrayList<>();
        for (int driver = 0; driver < drivers; driver++) {
            Thread thread = new Thread(() -> drive(first, count), "driver-" + driver);
            threads.add(thread);
            thread.start();
        }
        try {
            observe(count);
            over = true;
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            over = true;
        }
        if (failure != null) {
            throw failure;
        }
        return ended;
    }

    /** Milliseconds from the sending of a form to the sight of what comes after it, by that activity. */
    Map<String, List<Double>> pauses() {
        return pauses;
    }

    /** How often a form had to be sent again. */
    int repeated() {
        return repeated.get();
    }

    private void observe(int count) throws InterruptedException {
        long last = System.nanoTime();
        while (ended.size() < count && failure == null) {
            Set<String> before = Set.copyOf(running);
            Observer.Look look = observer.look();
            long now = System.nanoTime();
            boolean moved = false;
            for (Waiting one : look.waiting()) {
                if (seen.add(one.id() + one.activity())) {
                    measure(one, now);
                    waiting.add(one);
                    moved = true;
                }
            }
            for (String order : before) {
                if (!look.open().contains(order) && running.remove(order)) {
                    ended.add(order);
                    moved = true;
                }
            }
            last = moved ? now : last;
            if (now - last > LONGEST_STANDSTILL.toNanos()) {
                throw new IllegalStateException(
                        "Nothing moves: %s wait, %s run".formatted(look.waiting(), look.open()));
            }
            TimeUnit.MILLISECONDS.sleep(pause);
        }
    }

    private void measure(Waiting one, long now) {
        Long before = sent.get(one.order() + COMES_AFTER.get(one.activity()));
        if (before != null) {
            pauses.computeIfAbsent(one.activity(), activity -> new ArrayList<>())
                    .add((now - before) / 1e6);
        }
    }

    private void drive(int first, int count) {
        try {
            while (!over) {
                Waiting next = waiting.poll(2, TimeUnit.MILLISECONDS);
                if (next != null) {
                    complete(next);
                } else if (running.size() < mostOpen) {
                    start(first, count);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failure = failed;
            over = true;
        }
    }

    private void start(int first, int count) {
        int index = started.getAndUpdate(number -> Math.min(number + 1, count));
        if (index < count) {
            long before = System.nanoTime();
            String order = contender.start(first + index);
            sent.put(order + REQUEST, before);
            running.add(order);
        }
    }

    private void complete(Waiting next) {
        sent.put(next.order() + next.activity(), System.nanoTime());
        try {
            contender.complete(next);
        } catch (RuntimeException refused) {
            if (tries.merge(next.id(), 1, Integer::sum) == TRIES) {
                throw refused;
            }
            repeated.incrementAndGet();
            waiting.add(next);
        }
    }
}
