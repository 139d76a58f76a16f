CREATE TABLE `envelopes` (
	`id` integer PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`key_fingerprint` text NOT NULL,
	`sealed` blob NOT NULL,
	`token_hash` text NOT NULL,
	`received_on` text NOT NULL,
	`acknowledged_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `envelopes_token_hash_unique` ON `envelopes` (`token_hash`);--> statement-breakpoint
CREATE INDEX `envelopes_by_day` ON `envelopes` (`association`,`received_on`,`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`started_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `spent_proofs` (
	`claim` integer PRIMARY KEY NOT NULL,
	`nonce` text NOT NULL,
	`body_mac` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `spent_proofs_nonce_unique` ON `spent_proofs` (`nonce`);