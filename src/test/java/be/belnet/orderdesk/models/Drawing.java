package be.belnet.orderdesk.models;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** A model as it is drawn, in the diagram's pixels. Each check answers with one line per fault, none when all is well. */
public class Drawing {

    private static final double CHARACTER_WIDTH = 4.2;
    private static final double LINE_HEIGHT = 14;

    private final Map<FlowNode, Rectangle2D> shapes = new HashMap<>();
    private final Map<SequenceFlow, List<Point2D>> lines = new HashMap<>();
    private final Map<FlowElement, Rectangle2D> labels = new HashMap<>();
    private final ProcessModel model;

    public Drawing(ProcessModel model) {
        this.model = model;
        model.all(BpmnShape.class).forEach(this::read);
        model.all(BpmnEdge.class).forEach(this::read);
    }

    private void read(BpmnShape shape) {
        if (shape.getBpmnElement() instanceof FlowNode node) {
            shapes.put(node, rectangle(shape.getBounds()));
            readLabel(node, shape.getBpmnLabel());
        }
    }

    private void read(BpmnEdge edge) {
        if (edge.getBpmnElement() instanceof SequenceFlow flow) {
            lines.put(
                    flow,
                    edge.getWaypoints().stream()
                            .<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
                            .toList());
            readLabel(flow, edge.getBpmnLabel());
        }
    }

    private void readLabel(FlowElement element, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.put(element, rectangle(label.getBounds()));
        }
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Everything in the process stands in the picture, and names outside a shape have their place. */
    public List<String> missing() {
        var nodes = model.nodes().stream().filter(node -> !shapes.containsKey(node));
        var flows = model.flows().stream().filter(flow -> !lines.containsKey(flow));
        var names = Stream.<FlowElement>concat(model.nodes().stream(), model.flows().stream())
                .filter(element -> element.getName() != null && !(element instanceof Activity))
                .filter(element -> !labels.containsKey(element));
        return Stream.concat(
                        Stream.<FlowElement>concat(nodes, flows).map(element -> element.getId() + " is not drawn"),
                        names.map(element -> "the label of " + element.getId() + " has no place"))
                .toList();
    }

    /** Task 100 x 80, gateway 50 x 50, event 36 x 36; a sub-process is as large as what it holds. */
    public List<String> oddSizes() {
        return complaints(shapes.keySet().stream(), node -> !hasStandardSize(node), "has an odd size");
    }

    private boolean hasStandardSize(FlowNode node) {
        if (node instanceof SubProcess) {
            return true;
        }
        if (node instanceof Gateway) {
            return isSized(node, 50, 50);
        }
        return node instanceof Event ? isSized(node, 36, 36) : isSized(node, 100, 80);
    }

    private boolean isSized(FlowNode node, double width, double height) {
        var shape = shapes.get(node);
        return shape.getWidth() == width && shape.getHeight() == height;
    }

    /** No shape covers another; what belongs to a sub-process lies within its frame. */
    public List<String> overlaps() {
        return pairs(shapes.keySet(), this::overlap).toList();
    }

    private String overlap(FlowNode one, FlowNode other) {
        if (isAttached(one, other) || isAttached(other, one)) {
            return null;
        }
        if (contains(one, other) || contains(other, one)) {
            var outer = contains(one, other) ? one : other;
            var inner = outer == one ? other : one;
            return shapes.get(outer).contains(shapes.get(inner))
                    ? null
                    : "%s sticks out of %s".formatted(words(inner), words(outer));
        }
        return shapes.get(one).intersects(shapes.get(other))
                ? "%s and %s overlap".formatted(words(one), words(other))
                : null;
    }

    private static boolean isAttached(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary && host.equals(boundary.getAttachedTo());
    }

    private static boolean contains(FlowNode outer, FlowElement inner) {
        var parent = inner.getParentElement();
        while (parent instanceof FlowNode frame) {
            if (frame.equals(outer)) {
                return true;
            }
            parent = frame.getParentElement();
        }
        return false;
    }

    public List<String> slantedFlows() {
        return complaints(
                lines.keySet().stream(),
                flow -> segments(flow).stream()
                        .anyMatch(part -> part.getX1() != part.getX2() && part.getY1() != part.getY2()),
                "does not bend at right angles");
    }

    /** Into a shape from the left and out to the right; gateways and boundary events also use top and bottom. */
    public List<String> badlyDocked() {
        return Stream.concat(
                        complaints(lines.keySet().stream(), flow -> !leavesWell(flow), "leaves at the wrong place")
                                .stream(),
                        complaints(lines.keySet().stream(), flow -> !entersWell(flow), "enters at the wrong place")
                                .stream())
                .toList();
    }

    private boolean leavesWell(SequenceFlow flow) {
        var from = shapes.get(flow.getSource());
        var point = lines.get(flow).get(0);
        if (flow.getSource() instanceof BoundaryEvent) {
            return isTopOrBottom(from, point);
        }
        var right = point.equals(new Point2D.Double(from.getMaxX(), from.getCenterY()));
        return right || flow.getSource() instanceof Gateway && isTopOrBottom(from, point);
    }

    private boolean entersWell(SequenceFlow flow) {
        var to = shapes.get(flow.getTarget());
        var points = lines.get(flow);
        var point = points.get(points.size() - 1);
        var left = point.equals(new Point2D.Double(to.getX(), to.getCenterY()));
        return left || flow.getTarget() instanceof Gateway && isTopOrBottom(to, point);
    }

    private static boolean isTopOrBottom(Rectangle2D shape, Point2D point) {
        return point.getX() == shape.getCenterX() && (point.getY() == shape.getY() || point.getY() == shape.getMaxY());
    }

    public List<String> crossings() {
        return pairs(lines.keySet(), this::crossing).toList();
    }

    private String crossing(SequenceFlow one, SequenceFlow other) {
        var cross =
                segments(one).stream().anyMatch(part -> segments(other).stream().anyMatch(part::intersectsLine));
        return cross ? "%s and %s cross".formatted(words(one), words(other)) : null;
    }

    public List<String> flowsThroughShapes() {
        return lines.keySet().stream()
                .flatMap(flow -> shapes.keySet().stream()
                        .filter(node -> !contains(node, flow) && runsThrough(flow, node))
                        .map(node -> "%s runs through %s".formatted(words(flow), words(node))))
                .sorted()
                .toList();
    }

    private boolean runsThrough(SequenceFlow flow, FlowNode node) {
        var ends = node.equals(flow.getSource()) || node.equals(flow.getTarget());
        var inner = ends ? grown(shapes.get(node), -1) : shapes.get(node);
        return segments(flow).stream().anyMatch(inner::intersectsLine);
    }

    private static Rectangle2D grown(Rectangle2D shape, double by) {
        return new Rectangle2D.Double(
                shape.getX() - by, shape.getY() - by, shape.getWidth() + 2 * by, shape.getHeight() + 2 * by);
    }

    /** Labels touch no line, no shape and no other label, and their place is large enough for their words. */
    public List<String> unclearLabels() {
        var faults = new TreeSet<String>();
        labels.forEach((element, label) -> {
            var name = "the label of " + words(element);
            lines.keySet().stream()
                    .filter(flow -> segments(flow).stream().anyMatch(label::intersectsLine))
                    .forEach(flow -> faults.add("%s lies on %s".formatted(name, words(flow))));
            shapes.keySet().stream()
                    .filter(node -> !contains(node, element) && outline(node).intersects(label))
                    .forEach(node -> faults.add("%s lies on %s".formatted(name, words(node))));
            if (!fits(element.getName(), label)) {
                faults.add("%s has too little room".formatted(name));
            }
        });
        pairs(labels.keySet(), this::labelsOverlap).forEach(faults::add);
        return List.copyOf(faults);
    }

    private Path2D outline(FlowNode node) {
        var shape = shapes.get(node);
        if (!(node instanceof Gateway)) {
            return new Path2D.Double(shape);
        }
        var diamond = new Path2D.Double();
        diamond.moveTo(shape.getCenterX(), shape.getY());
        diamond.lineTo(shape.getMaxX(), shape.getCenterY());
        diamond.lineTo(shape.getCenterX(), shape.getMaxY());
        diamond.lineTo(shape.getX(), shape.getCenterY());
        diamond.closePath();
        return diamond;
    }

    private static boolean fits(String name, Rectangle2D label) {
        var lineCount = Math.floor(label.getHeight() / LINE_HEIGHT);
        return label.getWidth() * lineCount >= name.length() * CHARACTER_WIDTH;
    }

    private String labelsOverlap(FlowElement one, FlowElement other) {
        return labels.get(one).intersects(labels.get(other))
                ? "the labels of %s and %s overlap".formatted(words(one), words(other))
                : null;
    }

    /** From the start event one straight row with equal gaps leads to an end event; all other ends share a line below. */
    public List<String> crookedRows() {
        var faults = new ArrayList<String>();
        model.all(StartEvent.class).forEach(start -> {
            var row = straightRow(start);
            if (!(row.get(row.size() - 1) instanceof EndEvent)) {
                faults.add("from %s no straight row leads to an end: it stops at %s"
                        .formatted(words(start), words(row.get(row.size() - 1))));
            }
            if (gaps(row).size() > 1) {
                faults.add("the gaps in the row of %s differ: %s".formatted(words(start), gaps(row)));
            }
            if (start.getParentElement() instanceof Process) {
                faults.addAll(scatteredEnds(shapes.get(start).getCenterY()));
            }
        });
        return faults;
    }

    private List<FlowNode> straightRow(FlowNode start) {
        var row = new ArrayList<FlowNode>(List.of(start));
        var seen = new HashSet<FlowNode>(row);
        var next = straightOn(start);
        while (next != null && seen.add(next)) {
            row.add(next);
            next = straightOn(next);
        }
        return row;
    }

    private FlowNode straightOn(FlowNode node) {
        return node.getOutgoing().stream()
                .filter(flow -> segments(flow).size() == 1)
                .filter(flow ->
                        segments(flow).get(0).getY1() == segments(flow).get(0).getY2())
                .map(SequenceFlow::getTarget)
                .filter(target ->
                        shapes.get(target).getCenterY() == shapes.get(node).getCenterY())
                .findFirst()
                .orElse(null);
    }

    private Set<Double> gaps(List<FlowNode> row) {
        var gaps = new TreeSet<Double>();
        for (var i = 1; i < row.size(); i++) {
            gaps.add(shapes.get(row.get(i)).getX() - shapes.get(row.get(i - 1)).getMaxX());
        }
        return gaps;
    }

    private List<String> scatteredEnds(double row) {
        var heights = new TreeSet<Double>();
        model.all(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof Process)
                .map(end -> shapes.get(end).getCenterY())
                .filter(height -> height != row)
                .forEach(heights::add);
        var gathered = heights.isEmpty() || heights.size() == 1 && heights.first() > row;
        return gathered ? List.of() : List.of("the other ends do not gather on one line below: " + heights);
    }

    private List<Line2D> segments(SequenceFlow flow) {
        var points = lines.get(flow);
        var segments = new ArrayList<Line2D>();
        for (var i = 1; i < points.size(); i++) {
            segments.add(new Line2D.Double(points.get(i - 1), points.get(i)));
        }
        return segments;
    }

    private static <T extends FlowElement> List<String> complaints(
            Stream<T> elements, Predicate<T> faulty, String fault) {
        return elements.filter(faulty)
                .map(element -> words(element) + " " + fault)
                .sorted()
                .toList();
    }

    private static String words(FlowElement element) {
        return element instanceof SequenceFlow flow ? ProcessModel.words(flow) : ProcessModel.words(element);
    }

    private static <T extends FlowElement> Stream<String> pairs(
            Collection<T> elements, BiFunction<T, T, String> complaint) {
        return elements.stream()
                .flatMap(one -> elements.stream()
                        .filter(other -> one.getId().compareTo(other.getId()) < 0)
                        .map(other -> complaint.apply(one, other)))
                .filter(Objects::nonNull)
                .sorted();
    }
}
