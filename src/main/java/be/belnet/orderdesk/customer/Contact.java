package be.belnet.orderdesk.customer;

import java.util.Set;

/**
 * A person or function at an organisation.
 *
 * @param id stable: an import changes the row, never its id
 * @param acronym the organisation's present one
 * @param email one contact per organisation has it
 * @param phone may be null
 * @param language nl, fr, en or de
 */
public record Contact(
        long id, String acronym, String name, String email, String phone, String language, Set<ContactRole> roles) {}
