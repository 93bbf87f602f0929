alter table ledger_call add fault varchar(20);
