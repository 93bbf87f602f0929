-- Serves "begins with" whatever the collation of the database
create index order_search_term_by_term on order_search_term (term varchar_pattern_ops);
