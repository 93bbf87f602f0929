package be.belnet.orderdesk.dcs;

/**
 * Where a customer came from, and where it went.
 *
 * @param orderNumber the file of its move
 * @param formerAuthority the former CA's adapter
 * @param formerOrganisation what the former CA calls the customer
 * @param authority the adapter of the CA that it moves to
 * @param organisation what that calls the customer; null before it knows it
 */
record FormerHome(
        String orderNumber, String formerAuthority, String formerOrganisation, String authority, String organisation) {}
