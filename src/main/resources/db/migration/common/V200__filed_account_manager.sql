-- whom the latest file of an import named: a hand-over stands until a file names somebody else
alter table customer_organisation add column filed_account_manager varchar(64);
update customer_organisation set filed_account_manager = coalesce(
    (select h.from_user from hand_over h
        where h.id = (select max(latest.id) from hand_over latest where latest.to_user = customer_organisation.account_manager)),
    account_manager);
