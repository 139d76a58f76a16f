// Pages that are only read: nothing to do but keep the way out ready.
import { armQuit } from './quit.ts'

armQuit()
