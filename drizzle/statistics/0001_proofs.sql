CREATE TABLE `spent_proofs` (
	`claim` integer PRIMARY KEY NOT NULL,
	`nonce` text NOT NULL,
	`body_mac` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `spent_proofs_nonce_unique` ON `spent_proofs` (`nonce`);