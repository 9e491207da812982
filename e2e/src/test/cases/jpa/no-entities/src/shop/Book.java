package shop;

public class Book {}
