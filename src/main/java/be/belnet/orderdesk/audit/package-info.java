/** What people decided: approvals, overrides and steps done by hand, with the values and the documents of that moment. */
package be.belnet.orderdesk.audit;
