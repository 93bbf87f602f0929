-- what the board of all domains is looked through by
create index certificate_domain_by_standing on certificate_domain (state, state_since);
create index certificate_domain_by_name on certificate_domain (domain);
create index certificate_domain_by_customer_and_name on certificate_domain (acronym, domain);
drop index certificate_domain_by_customer;
