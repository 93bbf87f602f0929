package be.belnet.sandbox.ledger;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of the ledger. */
@Configuration(proxyBeanMethods = false)
@Import({Ledger.class, LedgerFilter.class, LedgerController.class})
public class LedgerConfiguration {}
