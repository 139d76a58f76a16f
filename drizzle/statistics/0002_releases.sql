CREATE TABLE `approvals` (
	`family` text NOT NULL,
	`window` text NOT NULL,
	`root` text NOT NULL,
	`note` text NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`family`, `window`, `root`)
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`family` text NOT NULL,
	`window` text NOT NULL,
	`rung` text NOT NULL,
	`epsilon_numerator` integer NOT NULL,
	`epsilon_denominator` integer NOT NULL,
	`drawn_on` text NOT NULL,
	PRIMARY KEY(`family`, `window`)
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`family` text NOT NULL,
	`window` text NOT NULL,
	`body` text NOT NULL,
	`sha256` text NOT NULL,
	`held` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`family`, `window`)
);
--> statement-breakpoint
ALTER TABLE `cards` ADD `batch` text;