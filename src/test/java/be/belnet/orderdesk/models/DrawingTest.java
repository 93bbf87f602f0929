package be.belnet.orderdesk.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** Spoils a good drawing in one way after the other, and each time the right check must see it. */
class DrawingTest {

    private final ProcessModel model = ProcessModel.read(Path.of("processes/shared/contract-signature.bpmn"));

    @Test
    void shapeLeftOutIsSeen() {
        var shape = shape("serviceTask_sendContract");
        shape.getParentElement().removeChildElement(shape);

        assertThat(drawing().missing()).containsExactly("serviceTask_sendContract is not drawn");
    }

    @Test
    void flowLeftOutIsSeen() {
        var edge = edge("flow_signatureRequestedToGenerateContract");
        edge.getParentElement().removeChildElement(edge);

        assertThat(drawing().missing()).containsExactly("flow_signatureRequestedToGenerateContract is not drawn");
    }

    @Test
    void labelWithoutAPlaceIsSeen() {
        var gateway = shape("gateway_copiesAccepted");
        gateway.removeChildElement(gateway.getBpmnLabel());

        assertThat(drawing().missing()).containsExactly("the label of gateway_copiesAccepted has no place");
    }

    @Test
    void wideTaskIsSeen() {
        shape("serviceTask_sendContract").getBounds().setWidth(120);

        assertThat(drawing().oddSizes()).containsExactly("\"Send contract\" has an odd size");
    }

    @Test
    void overlapIsSeen() {
        move(shape("serviceTask_sendContract").getBounds(), -60, 20);

        assertThat(drawing().overlaps()).containsExactly("\"Generate contract\" and \"Send contract\" overlap");
    }

    @Test
    void shapeOutsideItsFrameIsSeen() {
        var order = ProcessModel.read(Path.of("processes/bams/bams-order.bpmn"));
        move(((BpmnShape) order.content().getModelElementById("serviceTask_undoEffects_di")).getBounds(), 0, 180);

        assertThat(new Drawing(order).overlaps()).containsExactly("\"Undo effects\" sticks out of \"Leaving\"");
    }

    @Test
    void slantedFlowIsSeen() {
        moveLastPoint("flow_signatureRequestedToGenerateContract", 0, 10);

        assertThat(drawing().slantedFlows())
                .containsExactly("\"Signature requested\" -> \"Generate contract\" does not bend at right angles");
    }

    @Test
    void flowBesideItsShapeIsSeen() {
        moveLastPoint("flow_signatureRequestedToGenerateContract", -10, 0);

        assertThat(drawing().badlyDocked())
                .containsExactly("\"Signature requested\" -> \"Generate contract\" enters at the wrong place");
    }

    @Test
    void flowOutOfTheTopOfATaskIsSeen() {
        var start = edge("flow_generateContractToSendContract")
                .getWaypoints()
                .iterator()
                .next();
        start.setX(start.getX() - 50);
        start.setY(start.getY() - 40);

        assertThat(drawing().badlyDocked())
                .containsExactly("\"Generate contract\" -> \"Send contract\" leaves at the wrong place");
    }

    @Test
    void crossingIsSeen() {
        var loop = edge("flow_askForMissingCopyToMergeWait");
        loop.getWaypoints().forEach(point -> point.setY(point.getY() - 100));

        assertThat(drawing().crossings())
                .anySatisfy(fault -> assertThat(fault).endsWith("cross").contains("\"Ask for missing copy\""));
    }

    @Test
    void flowThroughAShapeIsSeen() {
        move(shape("userTask_decideOnChanges").getBounds(), 0, 180);

        assertThat(drawing().flowsThroughShapes())
                .containsExactly(
                        "\"Changes wanted?\" -No-> gateway_mergeMissingCopy runs through \"Decide on changes\"");
    }

    @Test
    void labelOnALineIsSeen() {
        move(shape("gateway_copiesAccepted").getBpmnLabel().getBounds(), 60, 30);

        assertThat(drawing().unclearLabels())
                .contains("the label of \"Copies accepted?\" lies on \"Copies accepted?\" -Yes-> gateway_mergeSigned");
    }

    @Test
    void labelOnAShapeIsSeen() {
        move(shape("gateway_copiesAccepted").getBpmnLabel().getBounds(), -80, 20);

        assertThat(drawing().unclearLabels())
                .contains("the label of \"Copies accepted?\" lies on \"Register signed copies\"");
    }

    @Test
    void labelOnALabelIsSeen() {
        var one = shape("gateway_copiesAccepted").getBpmnLabel().getBounds();
        var other = shape("endEvent_contractSigned").getBpmnLabel().getBounds();
        move(one, other.getX() - one.getX(), other.getY() - one.getY());

        assertThat(drawing().unclearLabels())
                .containsExactly("the labels of \"Contract signed\" and \"Copies accepted?\" overlap");
    }

    @Test
    void labelWithoutRoomIsSeen() {
        shape("gateway_copiesAccepted").getBpmnLabel().getBounds().setWidth(20);

        assertThat(drawing().unclearLabels()).containsExactly("the label of \"Copies accepted?\" has too little room");
    }

    @Test
    void stepOutOfTheRowIsSeen() {
        move(shape("serviceTask_sendContract").getBounds(), 0, 10);

        assertThat(drawing().crookedRows())
                .containsExactly(
                        "from \"Signature requested\" no straight row leads to an end: it stops at \"Generate contract\"");
    }

    @Test
    void unequalGapIsSeen() {
        move(shape("endEvent_contractSigned").getBounds(), 30, 0);

        assertThat(drawing().crookedRows())
                .containsExactly("the gaps in the row of \"Signature requested\" differ: [50.0, 80.0]");
    }

    @Test
    void endAboveTheRowIsSeen() {
        move(shape("endEvent_contractNotSigned").getBounds(), 0, -300);

        assertThat(drawing().crookedRows())
                .singleElement()
                .asString()
                .startsWith("the other ends do not gather on one line below");
    }

    private Drawing drawing() {
        return new Drawing(model);
    }

    private BpmnShape shape(String element) {
        return model.content().getModelElementById(element + "_di");
    }

    private BpmnEdge edge(String flow) {
        return model.content().getModelElementById(flow + "_di");
    }

    private void moveLastPoint(String flow, double right, double down) {
        var points = edge(flow).getWaypoints().toArray(Waypoint[]::new);
        var last = points[points.length - 1];
        last.setX(last.getX() + right);
        last.setY(last.getY() + down);
    }

    private static void move(Bounds bounds, double right, double down) {
        bounds.setX(bounds.getX() + right);
        bounds.setY(bounds.getY() + down);
    }
}
