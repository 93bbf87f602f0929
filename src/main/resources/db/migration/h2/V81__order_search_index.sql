create index order_search_term_by_term on order_search_term (term);
