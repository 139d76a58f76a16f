// Every command of `balise`, in the order that help shows them.
import type { Command } from './command.ts'
import { backup } from './backup.ts'
import { caseList, caseShow } from './case-list.ts'
import { caseSet } from './case-set.ts'
import { directoryAdd } from './directory-add.ts'
import { directoryAddress } from './directory-address.ts'
import { directoryCheck } from './directory-check.ts'
import { directoryContact } from './directory-contact.ts'
import { directoryList } from './directory-list.ts'
import { directoryNew } from './directory-new.ts'
import { directorySign } from './directory-sign.ts'
import { inboxPull } from './inbox-pull.ts'
import { login, logout } from './login.ts'
import { manifestCheck } from './manifest-check.ts'
import { manifestSign } from './manifest-sign.ts'
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
import { verify } from './verify.ts'

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
  directoryAddress,
  directoryContact,
  directorySign,
  directoryCheck,
  directoryList,
  manifestSign,
  manifestCheck,
  verify,
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
