// Every command of `balise`, in the order that help shows them.
import type { Command } from './command.ts'
import { backup } from './backup.ts'
import { caseList, caseShow } from './case-list.ts'
import { caseSet } from './case-set.ts'
import { directoryAdd } from './directory-add.ts'
import { directoryCheck } from './directory-check.ts'
import { directoryList } from './directory-list.ts'
import { directoryNew } from './directory-new.ts'
import { directorySign } from './directory-sign.ts'
import { inboxPull } from './inbox-pull.ts'
import { login, logout } from './login.ts'
import { migrateCommand } from './migrate-command.ts'
import { observatoryApprove } from './observatory-approve.ts'
import { observatoryHandIn } from './observatory-hand-in.ts'
import { observatoryList } from './observatory-list.ts'
import { observatoryRelease } from './observatory-release.ts'
import { observatoryRun } from './observatory-run.ts'
import { observatorySign } from './observatory-sign.ts'
import { purgesCommand } from './purges.ts'
import { reply } from './reply.ts'
import { restore } from './restore.ts'
import { send } from './send.ts'

export const COMMANDS: readonly Command[] = [
  send,
  login,
  logout,
  inboxPull,
  caseList,
  caseShow,
  caseSet,
  reply,
  directoryNew,
  directoryAdd,
  directorySign,
  directoryCheck,
  directoryList,
  observatoryRun,
  observatoryRelease,
  observatoryApprove,
  observatorySign,
  observatoryHandIn,
  observatoryList,
  migrateCommand,
  backup,
  restore,
  purgesCommand,
]
