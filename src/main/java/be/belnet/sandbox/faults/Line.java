package be.belnet.sandbox.faults;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** The connection a call came by. Filters cannot close it; Tomcat can, and does when it is hung up. */
class Line extends ValveBase {

    private static final String HANG_UP = Line.class.getName() + ".hangUp";

    Line() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable hangUp = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        request.setAttribute(HANG_UP, hangUp);
        getNext().invoke(request, response);
    }

    /** Closes the connection of this call; what has not left of its answer never does. */
    static void hangUp(HttpServletRequest request) {
        ((Runnable) request.getAttribute(HANG_UP)).run();
    }
}
