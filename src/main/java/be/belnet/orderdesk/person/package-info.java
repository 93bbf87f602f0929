/** What each module keeps about people, offered so that it can be exported, corrected and erased. */
package be.belnet.orderdesk.person;
