package be.belnet.sandbox.openstack;

import static be.belnet.sandbox.openstack.Json.object;

import java.util.Map;

/** A refusal in the shape of the service that refuses: Keystone, Nova and Neutron each have their own. */
class OpenStackError extends RuntimeException {
    private final int status;
    private final transient Map<String, Object> body;

    private OpenStackError(int status, String message, Map<String, Object> body) {
        super(message);
        this.status = status;
        this.body = body;
    }

    static OpenStackError unauthorized() {
        return keystone(401, "Unauthorized", "The request you have made requires authentication.");
    }

    static OpenStackError keystoneBadRequest(String message) {
        return keystone(400, "Bad Request", message);
    }

    static OpenStackError keystone(int status, String title, String message) {
        return new OpenStackError(
                status, message, object("error", object("code", status, "message", message, "title", title)));
    }

    /** @param kind the key Nova puts around the error, such as {@code badRequest} */
    static OpenStackError nova(int status, String kind, String message) {
        return new OpenStackError(status, message, object(kind, object("code", status, "message", message)));
    }

    static OpenStackError badRequest(String message) {
        return nova(400, "badRequest", message);
    }

    static OpenStackError notFound(String what, String id) {
        return nova(404, "itemNotFound", what + " " + id + " could not be found.");
    }

    static OpenStackError conflict(String message) {
        return nova(409, "conflictingRequest", message);
    }

    static OpenStackError forbidden(String message) {
        return nova(403, "forbidden", message);
    }

    static OpenStackError neutron(int status, String type, String message) {
        return new OpenStackError(
                status, message, object("NeutronError", object("type", type, "message", message, "detail", "")));
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        return body;
    }
}
