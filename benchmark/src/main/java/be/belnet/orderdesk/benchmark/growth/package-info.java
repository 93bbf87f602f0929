/**
 * What more orders, more nodes and more networks would need: a simulation with costs that were measured, in {@code
 * results/costs.properties}. {@link be.belnet.orderdesk.benchmark.growth.Growth} asks its questions.
 */
package be.belnet.orderdesk.benchmark.growth;
