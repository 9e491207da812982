drop subscription sub;
