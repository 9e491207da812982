create rol app;
