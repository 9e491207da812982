ALTER TYPE "mood" ADD VALUE 'calm';--> statement-breakpoint
ALTER TABLE "a" ADD COLUMN "note" text;
