package app;

public record Place(String road, Integer number) {}
