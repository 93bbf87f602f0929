/** The database: its schema, the engine's included, and transactions apart from the caller's. */
package be.belnet.orderdesk.database;
