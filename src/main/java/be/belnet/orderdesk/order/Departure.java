package be.belnet.orderdesk.order;

import java.sql.Timestamp;

/** That an order left an activity. */
record Departure(String order, String activityInstance, Timestamp at) {}
