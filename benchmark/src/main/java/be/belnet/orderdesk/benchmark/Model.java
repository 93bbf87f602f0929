package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A model of ours as an engine runs it that has none of our beans: the same elements and flows, save points, assignments and
 * conditions, with delegates that do nothing and timers that nobody lives to see. Forms and properties, which only our code
 * reads, are left out.
 */
final class Model {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private static final String NEVER = "2099-12-31T00:00:00";
    private static final Map<String, String> TIMERS = Map.of("timeDate", NEVER, "timeCycle", "R/" + NEVER + "/P1D");

    private static final Set<String> LEFT_OUT = Set.of("formKey", "isStartableInTasklist");

    /** What Flowable knows by another name. */
    private static final Map<String, String> FLOWABLE = Map.of("asyncBefore", "async");

    private final Document document;
    private final Dialect dialect;

    /**
     * How an engine wants its extensions.
     *
     * @param delegate class of the delegate that does nothing
     */
    record Dialect(String namespace, String delegate, boolean flowable) {}

    private Model(Document document, Dialect dialect) {
        this.document = document;
        this.dialect = dialect;
    }

    static void derive(Path from, Path to, Dialect dialect) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Model model = new Model(factory.newDocumentBuilder().parse(from.toFile()), dialect);
        model.derive();
        model.write(to);
    }

    private void derive() {
        for (Element element : elements("*", "*")) {
            for (Attr attribute : attributes(element)) {
                derive(element, attribute);
            }
        }
        TIMERS.forEach((name, value) -> elements(BPMN, name).forEach(timer -> timer.setTextContent(value)));
        elements(CAMUNDA, "properties").forEach(Model::remove);
        if (dialect.flowable()) {
            elements(CAMUNDA, "in").forEach(this::passBusinessKey);
            elements(BPMN, "businessRuleTask").forEach(task -> document.renameNode(task, BPMN, "bpmn:serviceTask"));
        }
        elements(CAMUNDA, "*").forEach(element -> rename(element, element.getLocalName()));
        document.getDocumentElement().setAttributeNS(XMLNS, "xmlns:camunda", dialect.namespace());
    }

    private void derive(Element element, Attr attribute) {
        if (!CAMUNDA.equals(attribute.getNamespaceURI())) {
            return;
        }
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        element.removeAttributeNode(attribute);
        switch (name) {
            case "delegateExpression" -> set(element, "class", dialect.delegate());
            case "dueDate" -> set(element, name, NEVER);
            case "calledElementBinding" ->
                set(element, dialect.flowable() ? "sameDeployment" : name, sameDeployment(value));
            case "historyTimeToLive" -> {
                if (!dialect.flowable()) {
                    set(element, name, value);
                }
            }
            case "assignee", "candidateGroups", "asyncBefore" ->
                set(element, dialect.flowable() ? FLOWABLE.getOrDefault(name, name) : name, value);
            default -> {
                if (!LEFT_OUT.contains(name)) {
                    throw new IllegalStateException("Nobody said what becomes of camunda:" + name);
                }
            }
        }
    }

    private String sameDeployment(String binding) {
        if (!binding.equals("deployment")) {
            throw new IllegalStateException("Nobody said what becomes of the binding " + binding);
        }
        return dialect.flowable() ? "true" : binding;
    }

    /** Flowable has an attribute of the call for what is an element elsewhere. */
    private void passBusinessKey(Element in) {
        if (in.hasAttribute("businessKey")) {
            set((Element) in.getParentNode().getParentNode(), "inheritBusinessKey", "true");
            remove(in);
        }
    }

    private void set(Element element, String name, String value) {
        element.setAttributeNS(dialect.namespace(), "camunda:" + name, value);
    }

    private void rename(Element element, String name) {
        document.renameNode(element, dialect.namespace(), "camunda:" + name);
    }

    private void write(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        TransformerFactory.newInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(file.toFile()));
        requireNoBeans(file);
    }

    private static void requireNoBeans(Path file) throws IOException {
        if (Files.readString(file).contains("openingDays")) {
            throw new IllegalStateException(file + " still asks for beans of ours");
        }
    }

    private List<Element> elements(String namespace, String name) {
        NodeList found = document.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int index = 0; index < element.getAttributes().getLength(); index++) {
            attributes.add((Attr) element.getAttributes().item(index));
        }
        return attributes;
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }
}
