CREATE TYPE "mood" AS ENUM('glad', 'sad');--> statement-breakpoint
CREATE TABLE "a" (
	"id" serial PRIMARY KEY NOT NULL,
	"mood" "mood"
);
