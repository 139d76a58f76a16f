CREATE TABLE `association_papers` (
	`id` integer PRIMARY KEY NOT NULL,
	`association` text NOT NULL,
	`paper` text NOT NULL,
	`revision` integer NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `association_papers_once` ON `association_papers` (`association`,`paper`);