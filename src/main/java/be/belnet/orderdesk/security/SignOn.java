package be.belnet.orderdesk.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way to sign on, which {@code orderdesk.sign-on.mode} chooses. */
interface SignOn {
    /** People, who get a session, and scripts on the paths of people. */
    HttpSecurity people(HttpSecurity http) throws Exception;

    /** Machines, which say with each call who they are. */
    HttpSecurity machines(HttpSecurity http) throws Exception;
}
