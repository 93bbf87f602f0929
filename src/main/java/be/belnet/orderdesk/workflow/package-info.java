/** Engine plumbing that every service's process shares: forms, variables, effects at partners, steps, guards. */
package be.belnet.orderdesk.workflow;
