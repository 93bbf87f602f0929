package be.belnet.sandbox.dns;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param port of UDP and TCP; 0 takes one that is free for both */
@ConfigurationProperties("sandbox.dns")
record DnsSettings(int port) {}
