/** Reads the models as drawings: checks how they are drawn, draws their pictures, and counts which flows the tests walk. */
package be.belnet.orderdesk.models;
