-- when the validation that counts came about; null where that was not kept, as only the end of the way was
alter table certificate_domain add column validated_on date;
update certificate_domain set validated_on = cast(state_since as date)
    where state = 'wildcardAwaited' or (state = 'validated' and wildcard not in ('added', 'declined'));
